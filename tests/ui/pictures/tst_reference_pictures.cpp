// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/flags_painter.h"
#include "ui/header/shown_segment.h"
#include "ui/ladder/ladder_export.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"
#include "ui/states/states_reader.h"
#include "ui/support/theme.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace tcpladder;

namespace {

constexpr int coarse = 4;           ///< pixels whose mean is compared: letters may be drawn a little otherwise
constexpr int mostDifference = 70;  ///< of 255, of a coarse pixel
constexpr double mostOnAverage = 1; ///< of 255

QImage coarseOf(const QImage& image)
{
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(image.size() / coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

struct Difference
{
    int most = 0;
    double average = 0;
};

Difference differenceOf(const QImage& one, const QImage& other)
{
    Difference found;
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            for (const int apart : {a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue()}) {
                found.most = std::max(found.most, std::abs(apart));
                sum += std::abs(apart);
            }
        }
    }
    found.average = static_cast<double>(sum) / (3.0 * one.width() * one.height());
    return found;
}

} // namespace

/// What the pictures of the sample's close look like. With TCPLADDER_UPDATE_PICTURES in the environment, the references
/// are made anew: look at them before they are committed.
class TestReferencePictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session.open(QStringLiteral(TCPLADDER_SAMPLE));
        QTRY_COMPARE(m_session.state(), CaptureSession::State::Complete);
        selectSegmentAt(m_selection, *m_session.document(), connection, 10);
    }

    void thePicturesLookAsTheyDid_data()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::newRow("light") << Theme::Scheme::Light;
        QTest::newRow("dark") << Theme::Scheme::Dark;
    }

    void thePicturesLookAsTheyDid()
    {
        QFETCH(Theme::Scheme, scheme);
        const Theme theme(scheme);
        const QString suffix = QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag());
        const auto ladder = makeLadderPicture(*m_session.document(), connection, theme);
        QVERIFY(ladder);
        compare("ladder" + suffix, paint(*ladder));
        compare("states" + suffix, paint(statesPicture(theme)));
        compare("flags" + suffix, paint(flagsPicture(theme)));
    }

    void anotherPictureIsNoticed()
    {
        const Theme theme;
        const auto ladder = makeLadderPicture(*m_session.document(), connection, theme, {.twoMsl = rfcTwoMsl});
        QVERIFY(ladder);
        const QImage reference(path("ladder-light"));
        const Difference found = differenceOf(coarseOf(paint(*ladder)), coarseOf(reference));
        QVERIFY2(found.most > mostDifference, "60 s and 240 s look alike to this test");
    }

private:
    static constexpr ConnectionId connection{1};

    static QString path(const QString& name)
    {
        return QStringLiteral(TCPLADDER_REFERENCES "/") + name + QStringLiteral(".png");
    }

    static QImage paint(const Picture& picture)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writePicture(buffer, PictureFormat::Png, picture) ? QImage::fromData(buffer.data()) : QImage();
    }

    Picture statesPicture(const Theme& theme) const
    {
        constexpr QSizeF size(520, 560);
        const CaptureDocument::Reading reading(*m_session.document());
        const StatesContents states = readStates(*m_session.document(),
            {.connection = connection, .segment = m_selection.segment(), .moment = m_selection.moment()});
        DiagramScene scene{.figure = layoutDiagram(QRectF(QPointF(), size), theme),
            .walk = states.walk,
            .walked = {},
            .clocks = states.clocks,
            .hoveredWay = {}};
        scene.walked = layoutWalk(scene.walk, scene.figure);
        return {"states", size, [scene, &theme, size](QPainter& painter) {
                    painter.fillRect(QRectF(QPointF(), size), theme.color(ColorRole::Panel));
                    paintDiagram(painter, scene, theme);
                }};
    }

    Picture flagsPicture(const Theme& theme) const
    {
        constexpr QSizeF size(640, 310);
        const ShownSegment shown(m_session, m_selection);
        const FlagsContent content = readFlags(shown);
        return {"flags", size, [content, &theme, size](QPainter& painter) {
                    painter.fillRect(QRectF(QPointF(), size), theme.color(ColorRole::Panel));
                    paintFlags(painter, content, layoutFlags(content, size, theme), {}, theme);
                }};
    }

    static void compare(const QString& name, const QImage& picture)
    {
        QVERIFY2(!picture.isNull(), qPrintable(name));
        if (qEnvironmentVariableIsSet("TCPLADDER_UPDATE_PICTURES"))
            QVERIFY(picture.save(path(name)));
        const QImage reference(path(name));
        QCOMPARE(picture.size(), reference.size());
        const Difference found = differenceOf(coarseOf(picture), coarseOf(reference));
        const bool isAlike = found.most <= mostDifference && found.average <= mostOnAverage;
        const QString drawn = QDir::temp().filePath(name + QStringLiteral(".png"));
        if (!isAlike)
            picture.save(drawn);
        QVERIFY2(isAlike,
            qPrintable(QStringLiteral("%1: most %2, on average %3; drawn: %4")
                    .arg(name)
                    .arg(found.most)
                    .arg(found.average)
                    .arg(drawn)));
    }

    CaptureSession m_session;
    Selection m_selection;
};

int main(int argc, char* argv[])
{
    ::setenv("TZ", "UTC", 1);
    QGuiApplication::setDesktopSettingsAware(false);
    QApplication application(argc, argv);
    TestReferencePictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reference_pictures.moc"
