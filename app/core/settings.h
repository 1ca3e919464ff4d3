// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>

namespace lb
{

/// A setting: its place in the file, its type and its default.
template <typename T>
struct Key {
    const char* path;
    T fallback;
};

/// Every setting there is. Keys of services are never among them: see llm/secretstore.h.
namespace keys
{
inline constexpr Key<const char*> Language{"report/language", ""}; ///< "en", "zh_CN"; empty = the locale's
inline constexpr Key<const char*> InterfaceLanguage{"window/language", ""}; ///< the same for the window
inline constexpr Key<const char*> Context{"report/context", "ancestors"}; ///< or "thread"
inline constexpr Key<const char*> Provider{"summary/provider", "digest"}; ///< id in summary/providers
inline constexpr Key<const char*> Providers{"summary/providers", ""}; ///< JSON array, see llm/provider.h
inline constexpr Key<const char*> ListProviders{"summary/listProviders",
                                                ""}; ///< JSON object, see brief/providerchoice.h
inline constexpr Key<const char*> Capabilities{"summary/capabilities", ""}; ///< JSON, learnt; may be lost
inline constexpr Key<const char*> Categories{"report/categories",
                                             ""}; ///< JSON array, see thread/category.h; empty = shipped
inline constexpr Key<const char*> AgreedEndpoints{"summary/agreedEndpoints",
                                                  ""}; ///< JSON array of origins that mail may be sent to
inline constexpr Key<const char*> Glossaries{"summary/glossaries", ""}; ///< JSON, see summary/glossarybook.h
inline constexpr Key<const char*> Instructions{"summary/instructions",
                                               ""}; ///< JSON array: what models were told last, newest first
inline constexpr Key<int> HideDoubtful{"summary/hideDoubtful", 0}; ///< 1 = claims not verified are not shown
inline constexpr Key<int> SeenAfter{"window/seenAfter",
                                    1500}; ///< ms in view after which a mail counts as read; 0 = never
inline constexpr Key<int> RunTokens{"cost/runTokens", 0}; ///< cap; 0 = none, as in the next three
inline constexpr Key<int> DayTokens{"cost/dayTokens", 0};
inline constexpr Key<const char*> RunMoney{"cost/runMoney", ""}; ///< "1.50", in the prices' currency
inline constexpr Key<const char*> DayMoney{"cost/dayMoney", ""};
inline constexpr Key<int> AskAbove{"cost/askAbove", 0}; ///< tokens below which Summarise All does not ask
inline constexpr Key<int> ModelForSmall{"cost/modelForSmall",
                                        0}; ///< 1 = a model also for threads of one mail or of programs alone
// The user and what he looks for: one a line.
inline constexpr Key<const char*> YourNames{"you/names", ""};
inline constexpr Key<const char*> YourAddresses{"you/addresses", ""};
inline constexpr Key<int> YouGuessed{"you/guessed", 0}; ///< 1 = git was asked who the user is
inline constexpr Key<const char*> YourPaths{"you/paths", ""}; ///< see thread::PathPatterns
inline constexpr Key<const char*> WatchedPeople{"attention/people", ""};
inline constexpr Key<const char*> WatchedPaths{"attention/paths", ""};
inline constexpr Key<const char*> WatchedWords{"attention/words", ""};
inline constexpr Key<const char*> AttentionWeights{"attention/weights",
                                                   ""}; ///< JSON object, see ui/models/attention.h
inline constexpr Key<int> SilentDays{"attention/silentDays", 7};
inline constexpr Key<const char*> Shortcuts{"window/shortcuts",
                                            ""}; ///< JSON, see ui/models/keymap.h; empty = shipped
inline constexpr Key<int> CopiedTokens{"handoff/copiedTokens",
                                       30'000}; ///< of a thread copied with its prompt, 1,000..1,000,000
inline constexpr Key<int> Jobs{"summary/jobs", 4}; ///< threads summarised at once, 1..16
} // namespace keys

/// The user's choices, in an INI file. Only the composition root, cli and ui read it; other modules
/// are handed plain values. GUI thread only.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)
public:
    explicit Settings(const QString& file, QObject* parent = nullptr);

    [[nodiscard]] QString get(const Key<const char*>& key) const;
    [[nodiscard]] int get(const Key<int>& key) const;
    void set(const Key<const char*>& key, const QString& value);
    void set(const Key<int>& key, int value);
    void sync() { m_file.sync(); }

Q_SIGNALS:
    void changed(const QString& path);

private:
    void store(const char* path, const QVariant& value);
    QSettings m_file;
};

} // namespace lb
