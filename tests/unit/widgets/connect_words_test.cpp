// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect_words.h"
#include "widgets/error_words.h"

#include <QSet>
#include <QtTest>

using namespace deskhand;

class ConnectWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasItsOwnWordsAndACure()
    {
        QSet<QString> sentences;
        for (int number = 0; number <= int(ConnectProblem::ProxyLogin); ++number) {
            const ConnectWords words = wordsFor(ConnectProblem(number));
            QVERIFY2(!words.happened.isEmpty() && !words.advice.isEmpty(), qPrintable(QString::number(number)));
            QVERIFY2(!sentences.contains(words.happened), qPrintable(words.happened));
            sentences.insert(words.happened);
        }
    }

    void theDetailsStay()
    {
        const Error error = connectError(ErrorCode::Offline, ConnectProblem::Refused, QStringLiteral("store.open"),
                                         QStringLiteral("connection to server at \"x\" failed"));
        const ErrorWords words = wordsFor(error);
        QCOMPARE(words.happened, wordsFor(ConnectProblem::Refused).happened);
        QVERIFY(words.details.contains(QLatin1String("connection to server at")));
    }
};

QTEST_GUILESS_MAIN(ConnectWordsTest)
#include "connect_words_test.moc"
