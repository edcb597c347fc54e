// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/saving.h"

#include "ui/export/picture_dialog.h"
#include "ui/session/capture_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/message_bar.h"
#include "ui/support/format_text.h"
#include "ui/support/settings.h"
#include "ui/support/translate_message.h"

#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QProgressDialog>
#include <QStatusBar>

namespace tcpladder {

namespace {

constexpr int messageMilliseconds = 8000;
constexpr int millisecondsBeforeProgress = 500;
constexpr int progressSteps = 1000;

std::uint64_t sizeOf(const CaptureSession::Sources& sources)
{
    std::uint64_t sum = 0;
    for (const auto& source : sources)
        sum += source->size().value_or(0);
    return sum;
}

/// Until all is written, something fails, or the user cancels.
std::expected<SavedCapture, QString> write(CaptureSession& session, const PacketComments::Changes& changes,
    const QString& path, QIODevice& device, QProgressDialog& progress)
{
    const std::uint64_t size = std::max<std::uint64_t>(1, sizeOf(session.sources()));
    bool isWritten = true;
    const auto result = saveAsPcapng(session.sources(), changes,
        {.write =
                [&](Bytes bytes) {
                    const auto count = static_cast<qint64>(bytes.size());
                    isWritten = isWritten && device.write(reinterpret_cast<const char*>(bytes.data()), count) == count;
                },
            .progress =
                [&](std::uint64_t position) {
                    progress.setValue(static_cast<int>(std::min(position, size) * progressSteps / size));
                    return isWritten && !progress.wasCanceled();
                }});
    if (!result)
        return std::unexpected(translateError(session.name(), result.error()));
    if (!isWritten)
        return std::unexpected(path + QStringLiteral(": ") + device.errorString());
    return *result;
}

} // namespace

Saving::Saving(const WindowParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.actions.saveAs, &QAction::triggered, this, &Saving::saveAs);
    connect(&parts.session, &CaptureSession::commentsChanged, this, &Saving::showModified);
    connect(&parts.session, &CaptureSession::documentReplaced, this, &Saving::showModified);
    connect(&parts.session, &CaptureSession::stateChanged, this, &Saving::showModified);
}

bool Saving::mayLeave()
{
    if (!m_parts.session.hasUnsavedComments())
        return true;
    QMessageBox question(QMessageBox::Question, QStringLiteral("tcpladder"),
        tr("Comments in %1 are not saved.").arg(m_parts.session.name()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_parts.window);
    question.setInformativeText(tr("Save the capture with its comments as a pcapng file?"));
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && saveAs());
}

bool Saving::saveAs()
{
    if (m_parts.session.sources().empty())
        return false;
    const QString path = askForExportPath(m_parts.window, m_parts.settings, tr("Save the capture"),
        QFileInfo(m_parts.session.name()).completeBaseName(), {tr("Capture with comments (*.pcapng)")});
    return !path.isEmpty() && save(path);
}

/// The document keeps reading from what it was opened from, so the file may be that one: it is replaced when whole.
bool Saving::save(const QString& path)
{
    CaptureSession& session = m_parts.session;
    const PacketComments::Changes changes = session.document()->comments().changes();
    QProgressDialog progress(tr("Saving the capture…"), tr("Cancel"), 0, progressSteps, &m_parts.window);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(millisecondsBeforeProgress);
    SavedCapture saved;
    const ExportOutcome outcome = writeFile(path, [&](QIODevice& device) -> std::expected<void, QString> {
        const auto result = write(session, changes, path, device, progress);
        if (!result)
            return std::unexpected(result.error());
        saved = *result;
        return saved.isCancelled ? std::expected<void, QString>(std::unexpect) : std::expected<void, QString>();
    });
    if (!outcome.isWritten) {
        if (!outcome.message.isEmpty())
            m_parts.centre.messages().showMessage(Severity::Error, outcome.message);
        return false;
    }
    session.document()->comments().markSaved(changes);
    report(path, saved);
    if (saved.packetsWithoutBytes == 0)
        session.setSavedAs(path);
    m_parts.settings.addRecentFile(path);
    showModified();
    return true;
}

/// What the file could not hold is said where it stays to be read.
void Saving::report(const QString& path, const SavedCapture& saved)
{
    QStringList lost;
    if (saved.packetsWithoutBytes > 0)
        lost << tr("Packets left out, since the text holds no bytes of them: %1.")
                    .arg(formatCount(saved.packetsWithoutBytes));
    if (saved.packetsWithoutTime > 0)
        lost << tr("Packets without a time, which stand at 1970-01-01 00:00:00 UTC now: %1.")
                    .arg(formatCount(saved.packetsWithoutTime));
    if (saved.lostComments > 0)
        lost << tr("Comments not saved, since their packets have no room for one: %1.")
                    .arg(formatCount(saved.lostComments));
    if (saved.damage)
        lost << tr("It ends where the capture is damaged: %1")
                    .arg(translateError(m_parts.session.name(), *saved.damage));
    const QString done = saved.packets == 1 ? tr("Saved 1 packet: %1").arg(path)
                                            : tr("Saved %1 packets: %2").arg(formatCount(saved.packets), path);
    if (lost.isEmpty())
        m_parts.window.statusBar()->showMessage(done, messageMilliseconds);
    else
        m_parts.centre.messages().showMessage(
            Severity::Warning, done + QStringLiteral("\n") + lost.join(QLatin1Char('\n')));
}

void Saving::showModified()
{
    // A copy of what still grows would go out of date at once, under its own name.
    m_parts.actions.saveAs->setEnabled(!m_parts.session.sources().empty() && !m_parts.session.isFollowing());
    m_parts.window.setWindowModified(m_parts.session.hasUnsavedComments());
}

} // namespace tcpladder
