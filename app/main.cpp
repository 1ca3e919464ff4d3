// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"
#include "cli/options.h"
#include "cli/signals.h"
#include "cli/triagecommand.h"
#include "compositionroot.h"
#include "ui/mainwindow.h"
#include "ui/userprompts.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace
{

void print(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"ListBrief"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(LB_VERSION));
    QCoreApplication::setOrganizationName(u"listbrief"_s);
    QGuiApplication::setDesktopFileName(u"listbrief"_s);
}

/// Our texts and Qt's own, in `language` or the system's.
void installTranslations(QCoreApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    auto* own = new QTranslator(&application);
    // English is a translation too, of plurals: "C" and languages without one of their own get it.
    if (own->load(locale, u"listbrief"_s, u"_"_s, u":/i18n"_s) || own->load(u":/i18n/listbrief_en.qm"_s))
        QCoreApplication::installTranslator(own);
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
}

/// Without a window: starts, tells how it ended, and can be interrupted.
template <typename Command>
int runCommand(int argc, char** argv, const lb::cli::Options& options)
{
    QCoreApplication app(argc, argv);
    nameApplication();
    lb::CompositionRoot root(options.profile);
    // Messages follow the report: a script that asks for English gets English errors.
    installTranslations(app,
                        options.language ? lb::languageCode(*options.language)
                                         : root.settings().get(lb::keys::InterfaceLanguage));
    Command command(options, root.services());
    lb::cli::Signals signalWatch;
    QObject::connect(&signalWatch, &lb::cli::Signals::interrupted, &command, &Command::interrupt);
    QObject::connect(
        &command, &Command::done, &app, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&command, &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int openWindow(int argc, char** argv, const lb::cli::Options& options)
{
    QApplication app(argc, argv);
    nameApplication();
    lb::CompositionRoot root(options.profile);
    const QString language = options.language ? lb::languageCode(*options.language)
                                              : root.settings().get(lb::keys::InterfaceLanguage);
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language)); // dates, and the language of digests that are not asked for
    installTranslations(app, language);
    lb::ui::MainWindow window(root.services());
    lb::cli::Signals signalWatch;
    QObject::connect(&signalWatch, &lb::cli::Signals::interrupted, &window, &QWidget::close);
    window.start(options.archives);
    window.show();
    return QApplication::exec();
}

/// What needs neither library nor window: help, version and what is wrong with the arguments.
int tell(int argc, char** argv, const QStringList& arguments)
{
    QCoreApplication app(argc, argv);
    nameApplication();
    installTranslations(app, lb::cli::languageAsked(arguments));
    const lb::Result<lb::cli::Options> options = lb::cli::parseOptions(arguments); // in that language now
    if (!options) {
        print(stderr, u"listbrief: "_s + options.error().text + u'\n' + lb::cli::helpHint() + u'\n');
        return lb::cli::Usage;
    }
    print(stdout,
          options->help ? lb::cli::helpText() : u"listbrief %1\n"_s.arg(QString::fromLatin1(LB_VERSION)));
    return lb::cli::Done;
}

} // namespace

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const lb::Result<lb::cli::Options> options = lb::cli::parseOptions(arguments);
    if (!options || options->help || options->version)
        return tell(argc, argv, arguments);
    if (!options->exportTriage.isEmpty() || !options->importTriage.isEmpty())
        return runCommand<lb::cli::TriageCommand>(argc, argv, *options);
    return options->exportFile.isEmpty() ? openWindow(argc, argv, *options)
                                         : runCommand<lb::cli::ExportCommand>(argc, argv, *options);
}
