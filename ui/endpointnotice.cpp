// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpointnotice.h"

#include "core/settings.h"
#include "ui/userprompts.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::EndpointNotice)
};

constexpr qsizetype mostRemembered = 200;

bool isThisMachine(const QUrl& url)
{
    const QString host = url.host().toLower();
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

QString originOf(const QUrl& url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo
                        | QUrl::FullyEncoded);
}

QJsonArray agreed(const Settings& settings)
{
    return QJsonDocument::fromJson(settings.get(keys::AgreedEndpoints).toUtf8()).array();
}

} // namespace

bool mayLeaveFor(const Settings& settings, const llm::Provider& provider)
{
    const Result<QUrl> url = llm::chatUrl(provider);
    return url && (isThisMachine(*url) || agreed(settings).contains(originOf(*url)));
}

void noticeBeforeSending(QWidget* parent, UserPrompts& prompts, Settings& settings,
                         const llm::Provider& provider, std::function<void()> proceed)
{
    const Result<QUrl> url = llm::chatUrl(provider);
    // A URL that is none goes nowhere: the run itself says what is wrong with it.
    if (!url || mayLeaveFor(settings, provider)) {
        proceed();
        return;
    }
    Question question;
    question.title = Texts::tr("Mail leaves this computer");
    question.text = Texts::tr("Send mail of this thread to %1 to have it summarised?").arg(url->host());
    question.detail
        = Texts::tr("The text, names and addresses of the mails go to %1. You are asked once for each "
                    "server. The built-in digest sends nothing.")
              .arg(originOf(*url));
    if (url->scheme() == "http"_L1 && !llm::isLocal(*url)) {
        question.detail += u' '
            + Texts::tr("The address starts with http: everybody on the way can read the mails and the key.");
        question.dangerous = true;
    }
    question.accept = Texts::tr("Send");
    prompts.confirm(parent, question,
                    [kept = QPointer<Settings>(&settings), origin = originOf(*url),
                     proceed = std::move(proceed)](bool accepted) {
                        if (!accepted || kept.isNull())
                            return;
                        QJsonArray known = agreed(*kept);
                        while (known.size() >= mostRemembered)
                            known.removeFirst();
                        known.append(origin);
                        kept->set(keys::AgreedEndpoints,
                                  QString::fromUtf8(QJsonDocument(known).toJson(QJsonDocument::Compact)));
                        proceed();
                    });
}

} // namespace lb::ui
