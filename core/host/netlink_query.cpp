// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/netlink_query.h"

#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <span>

namespace tcpladder {

namespace {

constexpr std::size_t roomForAnswers = 32768; ///< as netlink(7) advises: more than a page

std::unexpected<Error> systemError(int number)
{
    return std::unexpected(Error{ErrorCode::CannotRead, {}, std::strerror(number)});
}

class NetlinkSocket
{
public:
    NetlinkSocket()
        : m_descriptor(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG))
    {
    }
    NetlinkSocket(const NetlinkSocket&) = delete;
    NetlinkSocket& operator=(const NetlinkSocket&) = delete;
    ~NetlinkSocket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    bool isOpen() const { return m_descriptor >= 0; }

    bool send(const inet_diag_req_v2& request, SockDiagScope scope) const
    {
        struct
        {
            nlmsghdr header;
            inet_diag_req_v2 request;
        } message{};
        message.header.nlmsg_len = sizeof message;
        message.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
        const bool isDump = scope == SockDiagScope::All;
        message.header.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | (isDump ? NLM_F_DUMP : 0));
        message.request = request;
        return ::send(m_descriptor, &message, sizeof message, 0) == static_cast<ssize_t>(sizeof message);
    }

    ssize_t receive(std::span<std::byte> buffer) const
    {
        ssize_t count = 0;
        do
            count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        while (count < 0 && errno == EINTR);
        return count;
    }

private:
    int m_descriptor;
};

enum class Progress : std::uint8_t { More, Done };

using Take = std::function<void(const inet_diag_msg& message)>;

Result<Progress> takeMessage(const nlmsghdr& header, std::span<const std::byte> payload, const Take& take)
{
    if (header.nlmsg_type == NLMSG_DONE)
        return Progress::Done;
    if (header.nlmsg_type == NLMSG_ERROR) {
        nlmsgerr failure{};
        if (payload.size() >= sizeof failure.error)
            std::memcpy(&failure.error, payload.data(), sizeof failure.error);
        if (failure.error == -ENOENT)
            return Progress::Done;
        return systemError(-failure.error);
    }
    inet_diag_msg message{};
    if (header.nlmsg_type == SOCK_DIAG_BY_FAMILY && payload.size() >= sizeof message) {
        std::memcpy(&message, payload.data(), sizeof message);
        take(message);
    }
    return (header.nlmsg_flags & NLM_F_MULTI) != 0 ? Progress::More : Progress::Done;
}

Result<Progress> takeDatagram(std::span<const std::byte> datagram, const Take& take)
{
    Progress progress = Progress::More;
    while (progress == Progress::More && datagram.size() >= sizeof(nlmsghdr)) {
        nlmsghdr header{};
        std::memcpy(&header, datagram.data(), sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > datagram.size())
            return Progress::Done;
        const auto taken = takeMessage(header, datagram.subspan(NLMSG_HDRLEN, header.nlmsg_len - NLMSG_HDRLEN), take);
        if (!taken)
            return taken;
        progress = *taken;
        datagram = datagram.subspan(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
    }
    return progress;
}

} // namespace

Result<void> askSockDiag(const inet_diag_req_v2& request, SockDiagScope scope, const Take& take)
{
    const NetlinkSocket socket;
    if (!socket.isOpen() || !socket.send(request, scope))
        return systemError(errno);
    std::array<std::byte, roomForAnswers> buffer{};
    for (Progress progress = Progress::More; progress == Progress::More;) {
        const ssize_t count = socket.receive(buffer);
        if (count < 0)
            return systemError(errno);
        const auto taken = takeDatagram(std::span(buffer).first(static_cast<std::size_t>(count)), take);
        if (!taken)
            return std::unexpected(taken.error());
        progress = *taken;
    }
    return {};
}

} // namespace tcpladder
