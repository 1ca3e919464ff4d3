// SPDX-License-Identifier: GPL-3.0-or-later
// Job is header-only; this file gives moc's output a home.
#include "core/job.h"
