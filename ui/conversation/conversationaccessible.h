// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lb::ui
{

class ConversationView;

/// Lets screen readers meet a ConversationView as a list of its items that are seen: headings, paragraphs,
/// lines that open something. Call before the first one is asked about; later calls do nothing.
void provideConversationAccessibility();

void tellConversationReplaced(ConversationView* view); ///< other items are seen now
void tellConversationFocus(ConversationView* view, int item);

} // namespace lb::ui
