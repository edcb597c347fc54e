// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/settings.h"

#include "core/state/time_wait.h"

#include <QDir>
#include <QFileInfo>

namespace tcpladder {

namespace {

/// Goes up when docks come or go, so that an old arrangement isn't forced on a new set of docks.
constexpr int layoutVersion = 2;

const auto geometryKey = QStringLiteral("window/geometry");
const auto layoutKey = QStringLiteral("window/layout");
const auto layoutVersionKey = QStringLiteral("window/layoutVersion");
const auto recentKey = QStringLiteral("files/recent");
const auto folderKey = QStringLiteral("files/folder");
const auto absoluteKey = QStringLiteral("ladder/absoluteSequenceNumbers");
const auto languageKey = QStringLiteral("window/language");
const auto themeKey = QStringLiteral("window/theme");
const auto presentedKey = QStringLiteral("presenter/panels");
const auto recentLengthKey = QStringLiteral("files/recentLength");
const auto foldsRunsKey = QStringLiteral("ladder/foldsRuns");
const auto labelFieldsKey = QStringLiteral("ladder/labelFields");
const auto rowSpacingKey = QStringLiteral("ladder/rowSpacing");
const auto captureDeviceKey = QStringLiteral("capture/device");
const auto captureFilterKey = QStringLiteral("capture/filter");
const auto twoMslKey = QStringLiteral("states/twoMslSeconds");

} // namespace

Settings::Settings()
    : m_settings(QStringLiteral("tcpladder"), QStringLiteral("tcpladder"))
{
}

Settings::Settings(const QString& iniFile)
    : m_settings(iniFile, QSettings::IniFormat)
{
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray Settings::windowLayout() const
{
    const bool isOfThisVersion = m_settings.value(layoutVersionKey).toInt() == layoutVersion;
    return isOfThisVersion ? m_settings.value(layoutKey).toByteArray() : QByteArray();
}

void Settings::setWindowLayout(const QByteArray& layout)
{
    m_settings.setValue(layoutVersionKey, layoutVersion);
    m_settings.setValue(layoutKey, layout);
}

QStringList Settings::recentFiles() const
{
    return m_settings.value(recentKey).toStringList();
}

void Settings::addRecentFile(const QString& path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    m_settings.setValue(recentKey, files.mid(0, recentListLength()));
}

void Settings::clearRecentFiles()
{
    m_settings.remove(recentKey);
}

qsizetype Settings::recentListLength() const
{
    constexpr qsizetype usual = 10;
    return std::max<qsizetype>(0, m_settings.value(recentLengthKey, usual).toLongLong());
}

void Settings::setRecentListLength(qsizetype length)
{
    m_settings.setValue(recentLengthKey, length);
    m_settings.setValue(recentKey, recentFiles().mid(0, length));
}

SequenceStyle Settings::sequenceStyle() const
{
    return m_settings.value(absoluteKey, false).toBool() ? SequenceStyle::Absolute : SequenceStyle::Relative;
}

void Settings::setSequenceStyle(SequenceStyle style)
{
    m_settings.setValue(absoluteKey, style == SequenceStyle::Absolute);
}

bool Settings::foldsRuns() const
{
    return m_settings.value(foldsRunsKey, true).toBool();
}

void Settings::setFoldsRuns(bool folds)
{
    m_settings.setValue(foldsRunsKey, folds);
}

LabelFields Settings::labelFields() const
{
    bool isNumber = false;
    const auto bits = m_settings.value(labelFieldsKey).toUInt(&isNumber);
    return isNumber ? LabelFields::fromBits(bits) : usualLabelFields;
}

void Settings::setLabelFields(LabelFields fields)
{
    m_settings.setValue(labelFieldsKey, fields.bits());
}

RowSpacing Settings::rowSpacing() const
{
    const int stored = m_settings.value(rowSpacingKey).toInt();
    const bool isKnown = stored > 0 && stored <= static_cast<int>(RowSpacing::LinearTime);
    return isKnown ? static_cast<RowSpacing>(stored) : RowSpacing::Even;
}

void Settings::setRowSpacing(RowSpacing spacing)
{
    m_settings.setValue(rowSpacingKey, static_cast<int>(spacing));
}

Duration Settings::twoMsl() const
{
    const int seconds = m_settings.value(twoMslKey).toInt();
    return seconds > 0 ? Duration(std::chrono::seconds(seconds)) : linuxTwoMsl;
}

void Settings::setTwoMsl(Duration duration)
{
    m_settings.setValue(
        twoMslKey, static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(duration).count()));
}

QString Settings::language() const
{
    return m_settings.value(languageKey).toString();
}

void Settings::setLanguage(const QString& code)
{
    m_settings.setValue(languageKey, code);
}

ThemeChoice Settings::themeChoice() const
{
    const int stored = m_settings.value(themeKey).toInt();
    const bool isKnown = stored > 0 && stored <= static_cast<int>(ThemeChoice::Dark);
    return isKnown ? static_cast<ThemeChoice>(stored) : ThemeChoice::System;
}

void Settings::setThemeChoice(ThemeChoice choice)
{
    m_settings.setValue(themeKey, static_cast<int>(choice));
}

QStringList Settings::presentedPanels() const
{
    const QStringList usual{QStringLiteral("ladder"), QStringLiteral("states"), QStringLiteral("flags")};
    return m_settings.value(presentedKey, usual).toStringList();
}

void Settings::setPresentedPanels(const QStringList& panels)
{
    m_settings.setValue(presentedKey, panels);
}

QString Settings::captureDevice() const
{
    return m_settings.value(captureDeviceKey).toString();
}

void Settings::setCaptureDevice(const QString& device)
{
    m_settings.setValue(captureDeviceKey, device);
}

QString Settings::captureFilter() const
{
    return m_settings.value(captureFilterKey).toString();
}

void Settings::setCaptureFilter(const QString& filter)
{
    m_settings.setValue(captureFilterKey, filter);
}

QString Settings::lastFolder() const
{
    return m_settings.value(folderKey, QDir::homePath()).toString();
}

void Settings::setLastFolder(const QString& folder)
{
    m_settings.setValue(folderKey, folder);
}

} // namespace tcpladder
