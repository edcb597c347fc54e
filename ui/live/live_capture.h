// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/capture_folder.h"
#include "ui/live/live_trouble.h"

#include <QProcess>

#include <memory>
#include <optional>

namespace tcpladder {

/// A capture from a network device, by the helper: starts it, hears what it says, and ends it.
///
/// The packets go into a file, from the helper straight to the disk. This program reads that file as it reads any
/// other, so nothing is lost when it is slow, or dies: the helper's standard input ends then, and it ends cleanly.
class LiveCapture : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Idle, Starting, Running, Stopping };

    /// helper: the program; empty where there is none, and starting says so.
    explicit LiveCapture(QString helper, QObject* parent = nullptr);
    ~LiveCapture() override;

    State state() const { return m_state; }
    bool isActive() const { return m_state != State::Idle; }
    /// The last one that was started.
    const CaptureOptions& options() const { return m_options; }
    /// That packets go, or went, into; empty before the first start.
    QString file() const { return m_file; }
    /// A path that is empty, as a pasted text's, names no file.
    bool isFile(const QString& path) const { return !m_file.isEmpty() && path == m_file; }
    const HelperCounts& counts() const { return m_counts; }

    /// Into a new file of this user's folder. One that is running is ended first.
    void start(const CaptureOptions& options);
    /// The helper writes what the kernel still holds; ended() comes behind that.
    void stop();
    /// The same, and waits for it: the program is about to end.
    void finish();

signals:
    void stateChanged();
    /// Packets go into file() from now on: the first one, or the next when files are rotated.
    void fileBegun();
    void countsChanged();
    void failed(const tcpladder::LiveTrouble& trouble);
    /// The file is whole.
    void ended();

private:
    void launch();
    void readLines();
    void take(const HelperReady& ready);
    void take(const HelperFile& file);
    void take(const HelperCounts& counts);
    void take(const HelperError& error);
    void take(const HelperEnd& end);
    void takeProcessError(QProcess::ProcessError error);
    void takeExit();
    void fail(const LiveTrouble& trouble);
    void setState(State state);

    QString m_helper;
    std::unique_ptr<QProcess> m_process;
    State m_state = State::Idle;
    CaptureOptions m_options;
    std::optional<CaptureOptions> m_next; ///< begins when this one has ended
    QString m_file;
    std::optional<RunningMark> m_mark;
    HelperCounts m_counts;
    bool m_hasFailed = false; ///< and said why
    bool m_hasEnded = false;  ///< by the helper's own word
};

} // namespace tcpladder
