// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "ui/support/format_text.h"
#include "ui/support/label_fields.h"
#include "ui/support/row_spacing.h"
#include "ui/support/theme_choice.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace tcpladder {

/// What is remembered between two runs, each with its type and its default. Made once and passed to those who need it.
class Settings
{
public:
    /// Keeps it in the user's configuration.
    Settings();
    /// Keeps it in a file; for tests.
    explicit Settings(const QString& iniFile);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// Where the docks are; of another version of the layout it is empty.
    QByteArray windowLayout() const;
    void setWindowLayout(const QByteArray& layout);

    /// Absolute paths, the latest first.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();
    /// How many of them are remembered: 10 unless the user wants another number.
    qsizetype recentListLength() const;
    void setRecentListLength(qsizetype length);

    SequenceStyle sequenceStyle() const;
    void setSequenceStyle(SequenceStyle style);

    /// Whether long runs of data are one row of the ladder.
    bool foldsRuns() const;
    void setFoldsRuns(bool folds);

    LabelFields labelFields() const;
    void setLabelFields(LabelFields fields);

    RowSpacing rowSpacing() const;
    void setRowSpacing(RowSpacing spacing);

    Duration twoMsl() const;
    void setTwoMsl(Duration duration);

    /// One of languages() by its code; empty: the system's.
    QString language() const;
    void setLanguage(const QString& code);

    ThemeChoice themeChoice() const;
    void setThemeChoice(ThemeChoice choice);

    /// Names of the panels that are shown in presenter mode.
    QStringList presentedPanels() const;
    void setPresentedPanels(const QStringList& panels);

    /// Numbers of the packets that are marked in the file; none where it has another size than then.
    QList<quint32> bookmarks(const QString& path) const;
    void setBookmarks(const QString& path, const QList<quint32>& packets);

    /// What was captured live last, for the next time.
    QString captureDevice() const;
    void setCaptureDevice(const QString& device);
    QString captureFilter() const;
    void setCaptureFilter(const QString& filter);

    /// Folder that the next file dialog starts in.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

private:
    QSettings m_settings;
};

} // namespace tcpladder
