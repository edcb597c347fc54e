// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace tcpladder {

/// What holds millions of things takes a tenth of a second and more to destroy: another thread does it, so that the
/// window need not wait. Nobody else may use it any more.
template <class T>
void destroyElsewhere(T&& value)
{
    auto kept = std::make_shared<std::decay_t<T>>(std::forward<T>(value));
    QThreadPool::globalInstance()->start([kept = std::move(kept)]() mutable { kept.reset(); });
}

} // namespace tcpladder
