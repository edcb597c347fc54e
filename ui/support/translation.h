// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace tcpladder {

/// A language that there are texts in.
struct Language
{
    QString code; ///< of its translation files: "zh_CN"
    QString name; ///< what it calls itself
};

/// English first, which is in the code and has no files.
const QList<Language>& languages();

/// The code of the first language that there are texts in; English when there are none in any.
/// \param wanted BCP 47 tags as QLocale::uiLanguages() has them, the best first
QString chooseLanguage(const QStringList& wanted);

/// The texts of a language, ours and Qt's own, in force from its making until it goes. The application must be there.
class Translation
{
public:
    /// \param code one of languages(); empty: what the system says
    explicit Translation(const QString& code = {});

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace tcpladder
