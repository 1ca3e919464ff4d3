// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"
#include "thread/threadbuilder.h"
#include "ui/conversation/conversation.h"

namespace lb::test
{

using namespace Qt::StringLiterals;

inline ui::Conversation pageOf(const thread::Material& material)
{
    return ui::buildConversation(
        material, thread::collate(material), thread::establishFacts(material), [](const MessageId& id) {
            return QString(u"https://lists.example.invalid/"_s + QString::fromLatin1(id.bytes));
        });
}

/// A series of two patches with answers to the cover letter, to a commit message and to a diff.
inline ThreadBuilder seriesThread()
{
    ThreadBuilder thread;
    thread.mail(1, "[PATCH v2 0/2] vgic: keep list registers in memory", {}, 1)
        .body("Hi,\n\nthe list registers stay in memory until the first interrupt.\n\n-- \n2.50.0\n")
        .mail(2, "[PATCH v2 1/2] vgic: take the lock once", {1}, 1)
        .body("The lock is taken once for each vCPU.\n\nIt is released before the loop.\n\n"
              "Signed-off-by: Ada Example <ada@example.invalid>\n---\n vgic.c | 5 ++---\n"
              " 1 file changed, 2 insertions(+), 3 deletions(-)\n\n"
              "diff --git a/vgic.c b/vgic.c\nindex 1111111..2222222 100644\n--- a/vgic.c\n+++ b/vgic.c\n"
              "@@ -10,5 +10,4 @@ int vgic_init(struct kvm *kvm)\n \tint ret = 0;\n"
              "-\tmutex_lock(&kvm->lock);\n-\tret = vgic_setup(kvm);\n+\tret = vgic_setup_locked(kvm);\n"
              " \ttrace_vgic(kvm);\n \treturn ret;\n"
              "@@ -40,4 +39,4 @@ void vgic_exit(struct kvm *kvm)\n \tint i;\n-\tfor (;;)\n+\twhile (1)\n"
              " \t\tcontinue;\n \n-- \n2.50.0\n")
        .mail(3, "[PATCH v2 2/2] vgic: test it", {1}, 1)
        .body("A test.\n\nSigned-off-by: Ada Example <ada@example.invalid>\n---\n test.c | 1 +\n"
              " 1 file changed, 1 insertion(+)\n\ndiff --git a/test.c b/test.c\n--- a/test.c\n+++ b/test.c\n"
              "@@ -1,2 +1,3 @@\n a\n+b\n c\n-- \n2.50.0\n")
        .mail(4, "Re: [PATCH v2 1/2] vgic: take the lock once", {1, 2}, 2)
        .from("Grace Example")
        .body("On Mon, Jun 16, 2025, Ada Example wrote:\n> The lock is taken once for each vCPU.\n\n"
              "Why is it taken for each vCPU and not once for the guest?\n\n"
              "> -\tmutex_lock(&kvm->lock);\n> -\tret = vgic_setup(kvm);\n"
              "> +\tret = vgic_setup_locked(kvm);\n\nSee https://example.invalid/locking for the rules.\n")
        .mail(5, "Re: [PATCH v2 1/2] vgic: take the lock once", {1, 2, 4}, 3)
        .body("On Mon, Jun 16, 2025, Grace Example wrote:\n> See https://example.invalid/locking for the "
              "rules.\n\n"
              "I will read them.\n\nAda\n")
        .mail(6, "Re: [PATCH v2 2/2] vgic: test it", {1, 3}, 4)
        .from("Alan Example")
        .body("> A test.\n> These words were never written.\n\nGood.\n\n"
              "Reviewed-by: Alan Example <alan.example@example.invalid>\n");
    return thread;
}

inline ui::ConversationPointer seriesPage()
{
    return std::make_shared<const ui::Conversation>(pageOf(seriesThread().material()));
}

/// Part of a mail shown whole, whose lines stand elsewhere, too.
inline bool isOfWholeMail(const ui::Conversation& page, const ui::Item& item)
{
    return item.fold >= 0 && page.folds[static_cast<std::size_t>(item.fold)].kind == ui::FoldKind::WholeMail;
}

/// Index of the first item of a kind whose text holds the words; -1 = none.
inline int findItem(const ui::Conversation& page, ui::ItemKind kind, const QString& words)
{
    for (std::size_t index = 0; index < page.items.size(); ++index) {
        const ui::Item& item = page.items[index];
        if (item.kind == kind && item.text.contains(words) && !isOfWholeMail(page, item))
            return static_cast<int>(index);
    }
    return -1;
}

} // namespace lb::test
