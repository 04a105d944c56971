#include "ui/message_bar.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;

namespace {

QPushButton* buttonCalled(const MessageBar& bar, const QString& text)
{
    for (QPushButton* button : bar.findChildren<QPushButton*>())
        if (button->isVisibleTo(&bar) && button->text() == text)
            return button;
    return nullptr;
}

QLineEdit* fieldOf(const MessageBar& bar)
{
    for (QLineEdit* field : bar.findChildren<QLineEdit*>())
        if (field->isVisibleTo(&bar))
            return field;
    return nullptr;
}

} // namespace

class TestMessageBar : public QObject {
    Q_OBJECT

private slots:
    void isHiddenWhenThereIsNothingToSay();
    void severalMessagesQueue();
    void messagesAreTurnedLikePages();
    void theSameIdTakesThePlaceOfTheEarlier();
    void whyOpensTheReasons();
    void anActionRuns();
    void anAnswerThatWillNotDoStays();
    void escapeLeavesAQuestionUnanswered();
    void textIsNeverRich();
};

void TestMessageBar::isHiddenWhenThereIsNothingToSay()
{
    MessageBar bar;
    bar.show();
    bar.clear();
    QVERIFY(!bar.isVisible());
    bar.post(noticeOf(QStringLiteral("a"), QStringLiteral("One.")));
    QVERIFY(bar.isVisible());
    bar.withdraw(QStringLiteral("a"));
    QVERIFY(!bar.isVisible());
}

void TestMessageBar::severalMessagesQueue()
{
    MessageBar bar;
    QSignalSpy emptied(&bar, &MessageBar::emptied);
    bar.post(noticeOf(QStringLiteral("a"), QStringLiteral("One.")));
    bar.post(noticeOf(QStringLiteral("b"), QStringLiteral("Two.")));
    QCOMPARE(bar.text(), QStringLiteral("Two."));
    QTest::mouseClick(buttonCalled(bar, QStringLiteral("Close")), Qt::LeftButton);
    QCOMPARE(bar.text(), QStringLiteral("One."));
    QCOMPARE(emptied.count(), 0);
    bar.closeCurrent();
    QCOMPARE(bar.text(), QString{});
    QCOMPARE(emptied.count(), 1);
}

void TestMessageBar::messagesAreTurnedLikePages()
{
    MessageBar bar;
    for (const char* text : {"Three.", "Two.", "One."})
        bar.post(noticeOf(QLatin1String(text), QLatin1String(text)));
    const auto press = [&](const char* sign) { QTest::mouseClick(buttonCalled(bar, QString::fromUtf8(sign)), Qt::LeftButton); };
    press("\u203a");
    QCOMPARE(bar.text(), QStringLiteral("Two."));
    press("\u203a");
    press("\u203a");
    QCOMPARE(bar.text(), QStringLiteral("One."));
    press("\u2039");
    QCOMPARE(bar.text(), QStringLiteral("Three."));
    // Closing the last shows the one before; nothing that waits is lost.
    bar.closeCurrent();
    QCOMPARE(bar.text(), QStringLiteral("Two."));
    bar.withdraw(QStringLiteral("One."));
    QCOMPARE(bar.text(), QStringLiteral("Two."));
    QVERIFY(!buttonCalled(bar, QStringLiteral("\u203a")));
}

void TestMessageBar::theSameIdTakesThePlaceOfTheEarlier()
{
    MessageBar bar;
    bar.post(noticeOf(QStringLiteral("a"), QStringLiteral("One.")));
    bar.post(noticeOf(QStringLiteral("a"), QStringLiteral("Another.")));
    QCOMPARE(bar.count(), std::size_t{1});
    QCOMPARE(bar.text(), QStringLiteral("Another."));
}

void TestMessageBar::whyOpensTheReasons()
{
    MessageBar bar;
    Message message = noticeOf(QStringLiteral("a"), QStringLiteral("One."));
    message.more = QStringLiteral("Because.");
    bar.post(message);
    bar.show();
    const auto reasonShown = [&] {
        for (QLabel* label : bar.findChildren<QLabel*>())
            if (label->text() == QStringLiteral("Because.") && label->isVisible())
                return true;
        return false;
    };
    QVERIFY(!reasonShown());
    QTest::mouseClick(buttonCalled(bar, QStringLiteral("Why?")), Qt::LeftButton);
    QVERIFY(reasonShown());
}

void TestMessageBar::anActionRuns()
{
    MessageBar bar;
    int runs = 0;
    Message message = noticeOf(QStringLiteral("a"), QStringLiteral("One."));
    // An action may take its own message away.
    message.actions.push_back({QStringLiteral("Do"), [&] {
        ++runs;
        bar.withdraw(QStringLiteral("a"));
    }});
    bar.post(message);
    QTest::mouseClick(buttonCalled(bar, QStringLiteral("Do")), Qt::LeftButton);
    QCOMPARE(runs, 1);
    QVERIFY(!bar.isVisible());
}

void TestMessageBar::anAnswerThatWillNotDoStays()
{
    MessageBar bar;
    bar.show();
    bar.post(noticeOf(QStringLiteral("a"), QStringLiteral("One.")));
    QStringList answers;
    bar.ask({QStringLiteral("Which day?"), {}, QStringLiteral("Set"), {}, [&](const QString& text) {
        answers << text;
        return text == QStringLiteral("good") ? QString{} : QStringLiteral("Not that.");
    }});
    QVERIFY(bar.isAsking());
    QTest::keyClicks(fieldOf(bar), QStringLiteral("bad"));
    QTest::keyClick(fieldOf(bar), Qt::Key_Return);
    QVERIFY(bar.isAsking());
    fieldOf(bar)->setText(QStringLiteral("good"));
    QTest::keyClick(fieldOf(bar), Qt::Key_Return);
    QVERIFY(!bar.isAsking());
    QCOMPARE(answers, QStringList({QStringLiteral("bad"), QStringLiteral("good")}));
    QCOMPARE(bar.text(), QStringLiteral("One."));
}

void TestMessageBar::escapeLeavesAQuestionUnanswered()
{
    MessageBar bar;
    bar.show();
    int asked = 0;
    bar.ask({QStringLiteral("Which day?"), {}, QStringLiteral("Set"), {}, [&](const QString&) {
        ++asked;
        return QString{};
    }});
    QTest::keyClick(fieldOf(bar), Qt::Key_Escape);
    QCOMPARE(asked, 0);
    QVERIFY(!bar.isAsking());
    QVERIFY(!bar.isVisible());
}

void TestMessageBar::textIsNeverRich()
{
    MessageBar bar;
    bar.post(noticeOf(QStringLiteral("a"), QStringLiteral("<img src='/etc/passwd'><b>x</b>")));
    for (QLabel* label : bar.findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestMessageBar)
#include "tst_message_bar.moc"
