// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>

namespace tcpladder {

/// What the ladder writes at each segment. The order is that of the settings file: new ones go to the end.
enum class LabelField : std::uint8_t {
    Sequence,
    Acknowledgment,
    Length,
    Window,       ///< as on the wire
    ScaledWindow, ///< in octets, where both SYNs are known
    Options,
    Timestamps,
    ElapsedTime,   ///< since the connection's first segment
    SincePrevious, ///< since the segment before
    ClockTime,
    Count,
};

/// A set of fields.
class LabelFields
{
public:
    constexpr LabelFields() = default;
    constexpr LabelFields(std::initializer_list<LabelField> fields)
    {
        for (const LabelField field : fields)
            set(field, true);
    }

    static constexpr LabelFields fromBits(std::uint32_t bits)
    {
        LabelFields fields;
        fields.m_bits = bits & ((1U << static_cast<unsigned>(LabelField::Count)) - 1);
        return fields;
    }

    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr bool has(LabelField field) const { return (m_bits & bit(field)) != 0; }
    constexpr bool hasTimes() const
    {
        return has(LabelField::ElapsedTime) || has(LabelField::SincePrevious) || has(LabelField::ClockTime);
    }
    constexpr void set(LabelField field, bool shown) { m_bits = shown ? m_bits | bit(field) : m_bits & ~bit(field); }

    constexpr bool operator==(const LabelFields&) const = default;

private:
    static constexpr std::uint32_t bit(LabelField field) { return 1U << static_cast<unsigned>(field); }

    std::uint32_t m_bits = 0;
};

inline constexpr LabelFields usualLabelFields{LabelField::Sequence, LabelField::Acknowledgment, LabelField::Length,
    LabelField::Options, LabelField::ElapsedTime, LabelField::SincePrevious};

} // namespace tcpladder
