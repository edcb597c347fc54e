// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace tcpladder {

namespace {

const auto english = QStringLiteral("en");

/// Of the same language and script: who reads zh-SG reads zh_CN, but zh-TW is another script.
bool areReadAlike(const QLocale& one, const QLocale& other)
{
    return one.language() == other.language() && one.script() == other.script();
}

} // namespace

const QList<Language>& languages()
{
    static const QList<Language> all{
        {english, QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

QString chooseLanguage(const QStringList& wanted)
{
    for (const QString& tag : wanted) {
        const auto matches = [locale = QLocale(tag)](
                                 const Language& language) { return areReadAlike(locale, QLocale(language.code)); };
        if (const auto found = std::ranges::find_if(languages(), matches); found != languages().end())
            return found->code;
    }
    return english;
}

Translation::Translation(const QString& code)
{
    const QString chosen = code.isEmpty() ? chooseLanguage(QLocale::system().uiLanguages()) : code;
    if (chosen == english)
        return;
    if (m_qts.load(QStringLiteral("qtbase_") + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(QStringLiteral(":/translations/tcpladder_") + chosen))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace tcpladder
