// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/output_file.h"

#include <QIODevice>

namespace tcpladder {

/// Lets Qt write into an output file, from its beginning to its end.
class OutputDevice : public QIODevice
{
public:
    explicit OutputDevice(OutputFile& file)
        : m_file(file)
    {
        open(QIODevice::WriteOnly);
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override
    {
        m_file.write({data, static_cast<std::size_t>(size)});
        return size;
    }

private:
    OutputFile& m_file;
};

} // namespace tcpladder
