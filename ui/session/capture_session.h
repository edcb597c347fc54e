// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/source/packet_reader.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <stop_token>
#include <thread>

namespace tcpladder {

class UpdatePulse;

/// The capture that is open: owns the document and the thread that loads it.
///
/// Views ask document() each time they look, and hold a CaptureDocument::Reading meanwhile. They look again when
/// documentReplaced or documentGrew comes; the latter at most 25 times a second, from the thread of the window.
class CaptureSession : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Idle, Loading, Complete, Cancelled, Failed };

    explicit CaptureSession(QObject* parent = nullptr);
    ~CaptureSession() override;

    State state() const { return m_state; }
    /// Null when nothing is open. Never use it beyond the next documentReplaced.
    const CaptureDocument* document() const { return m_document.get(); }
    QString path() const { return m_path; }
    /// What the window's title shows: the file's name.
    QString name() const { return m_name; }
    /// Whether it goes on where its file ends.
    bool isFollowing() const { return m_isFollowing && m_state == State::Loading; }
    /// One line: why the file could not be opened, or not be read to its end. Empty when all is well.
    QString trouble() const { return m_trouble; }

    using Sources = std::vector<std::shared_ptr<const ByteSource>>;
    /// What the document was read from, to be read once more; empty for a document that was shown as it was.
    const Sources& sources() const { return m_sources; }
    bool hasUnsavedComments() const { return m_document && m_document->comments().hasUnsaved(); }
    /// An empty one takes it away.
    void changeComment(PacketNumber packet, const QString& text);
    /// All that is open is in this file as well now.
    void setSavedAs(const QString& path);

    /// Opens a file beside nothing: what was open is closed first, unless the file can't be opened at all. Then the old
    /// capture stays and openingFailed says why.
    /// "-" is standard input.
    void open(const QString& path);
    /// Several files become one capture, merged by time. follow: goes on where they end.
    /// What may keep its opener waiting, a pipe or a file that is followed, is opened in the loader's thread.
    void openAll(const QStringList& paths, bool follow);
    /// A text that stands in no file.
    void openText(const QByteArray& text, const QString& name);
    /// Shows a document that is loaded already.
    void show(std::shared_ptr<const CaptureDocument> document, const QString& name);
    /// Nobody writes the file any more: what is followed is read to its end, and is then a capture like any other.
    void finishFollowing();
    /// Stops loading; what was read stays.
    void cancel();
    void close();

signals:
    /// document() is about to be another one, or null: what points into it is let go, before any view hears of the
    /// next.
    void documentLeaving();
    /// document() is another one now, or null. Whoever listens lets go of the old one at once.
    void documentReplaced();
    /// There may be more segments, connections, findings, or corrected states.
    void documentGrew();
    void stateChanged();
    void commentsChanged();
    void openingFailed(const QString& reason);
    /// What is to be opened may let wait for itself; documentReplaced or openingFailed comes behind it.
    void openingBegun();

private:
    /// What is to be opened, and how it is called.
    struct Request
    {
        QString path; ///< empty where several files are one capture
        QString name;
        bool follow = false;
        std::stop_source whole{}; ///< see finishFollowing()
    };

    void openInThread(std::vector<std::filesystem::path> files, const Request& request);
    void takeOpened(const Request& request, Result<OpenedCapture> capture);
    void setDocument(std::shared_ptr<const CaptureDocument> document, const QString& path, const QString& name);
    void setState(State state);
    void startLoading(std::shared_ptr<CaptureDocument> document, OpenedCapture capture);
    void stopLoading();
    void takeEnd();

    std::shared_ptr<const CaptureDocument> m_document;
    UpdatePulse* m_pulse = nullptr;
    std::jthread m_loader;
    std::jthread m_opener;
    quint64 m_opening = 0; ///< grows with each opening: only the last one counts
    State m_state = State::Idle;
    bool m_isFollowing = false;
    Sources m_sources;
    std::stop_source m_whole; ///< of what is followed
    QString m_path;
    QString m_name;
    QString m_trouble;
};

} // namespace tcpladder
