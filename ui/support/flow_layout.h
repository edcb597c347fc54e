// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace tcpladder {

/// Puts widgets side by side, and into another row where the width is used up.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget* parent, int gap);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items << item; }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    /// Calls place with each item's rectangle; the height that they take.
    template <class Place>
    int flow(const QRect& rect, const Place& place) const;

    QList<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace tcpladder
