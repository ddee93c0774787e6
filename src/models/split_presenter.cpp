// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/split_presenter.h"

#include "base/deliver.h"
#include "models/people_finder.h"

#include <QRegularExpression>

#include <algorithm>

namespace deskhand {

namespace {
constexpr int longestSubject = 80;
}

SplitPresenter::SplitPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
            return change.ticket == m_detail.row.head.id && change.kind != ChangeKind::ReadMarkSet;
        });
        if (concerned && m_detail.row.head.id.isValid() && !m_sending)
            reload();
    });
}

QString SplitPresenter::subjectOf(const Article &article, const QString &ticketSubject)
{
    static const QRegularExpression marks(QStringLiteral("^(\\s*(re|aw|fwd?|wg)\\s*:|\\s*\\[[^\\]]*#[^\\]]*\\])+\\s*"),
                                          QRegularExpression::CaseInsensitiveOption);
    QString subject = article.subject.simplified().remove(marks);
    if (subject.isEmpty() || subject == ticketSubject) {
        const QStringList lines = article.text.split(u'\n', Qt::SkipEmptyParts);
        const auto said = std::find_if(lines.cbegin(), lines.cend(),
                                       [](const QString &line) { return line.simplified().size() > 12; });
        subject = said != lines.cend() ? said->simplified() : ticketSubject;
    }
    if (subject.size() > longestSubject)
        subject = subject.left(longestSubject - 1).trimmed() + u'…';
    return subject;
}

void SplitPresenter::start(const TicketDetail &detail, const QVector<Article> &articles, const QSet<ArticleId> &chosen)
{
    ++m_round;
    m_sending = false;
    m_detail = detail;
    m_articles = articles;
    m_form = {};
    m_form.articles = chosen;
    m_form.queue = detail.row.head.queue;
    const auto first = std::find_if(articles.cbegin(), articles.cend(),
                                    [&chosen](const Article &article) { return chosen.contains(article.id); });
    const bool byCustomer = first != articles.cend() && first->senderRole == SenderRole::Customer;
    m_form.subject = first != articles.cend() ? subjectOf(*first, detail.row.head.subject) : detail.row.head.subject;
    // Who wrote what is split off is whom it is for.
    if (byCustomer && first->author.isValid()) {
        m_form.requester = first->author;
        m_form.requesterAddress = first->from;
    } else {
        m_form.requester = detail.requester.id;
        m_form.requesterAddress = {detail.requester.name, detail.requester.address};
    }
    Q_EMIT changed();
}

void SplitPresenter::setForm(const SplitForm &form)
{
    m_form = form;
    Q_EMIT changed();
}

QString SplitPresenter::obstacle() const
{
    if (m_form.articles.isEmpty())
        return tr("Choose at least one message.");
    if (!m_form.copy && m_form.articles.size() >= m_detail.row.head.articleCount)
        return tr("All messages are chosen: one has to stay, or they are copied.");
    if (m_form.subject.simplified().isEmpty())
        return tr("Give the new ticket a subject.");
    if (!m_form.requester.isValid() && m_form.requesterAddress.address.isEmpty()
        && m_form.requesterAddress.name.isEmpty())
        return tr("Say who the requester is.");
    return {};
}

QStringList SplitPresenter::consequences() const
{
    const QString number = u'#' + m_detail.row.head.number;
    QStringList words;
    const int count = int(m_form.articles.size());
    words.append(m_form.copy
                     ? tr("%n message(s) are shown in the new ticket and stay in %1, too.", nullptr, count).arg(number)
                     : tr("%n message(s) leave %1 and are shown in the new ticket.", nullptr, count).arg(number));
    words.append(tr("Each of the two tickets shows a link to the other."));
    if (m_form.requesterAddress.address != m_detail.requester.address && !m_form.requesterAddress.address.isEmpty())
        words.append(tr("Replies in the new ticket go to %1.").arg(addressName(m_form.requesterAddress)));
    return words;
}

void SplitPresenter::reload()
{
    deliver(m_desk.ticket(m_detail.row.head.id, m_catalog.me()), this,
            [this, round = m_round](const Result<TicketDetail> &answer) {
                if (round != m_round || !answer)
                    return;
                m_detail = *answer;
                Q_EMIT changed();
            });
}

void SplitPresenter::submit()
{
    if (!isReady())
        return;
    m_sending = true;
    SplitTicket split;
    split.ticket = m_detail.row.head.id;
    split.version = m_detail.row.head.version;
    for (const Article &article : std::as_const(m_articles)) {
        if (m_form.articles.contains(article.id))
            split.articles.append(article.id);
    }
    split.copy = m_form.copy;
    split.opened.subject = m_form.subject.simplified();
    split.opened.queue = m_form.queue;
    split.opened.requester = m_form.requester;
    if (!m_form.requester.isValid())
        split.opened.requesterAddress = m_form.requesterAddress;
    Q_EMIT changed();
    deliver(m_desk.submit(Command::make(m_catalog.me(), split)), this,
            [this, round = m_round](const Result<CommandAnswer> &answer) {
                if (round == m_round)
                    takeAnswer(answer);
            });
}

void SplitPresenter::takeAnswer(const Result<CommandAnswer> &answer)
{
    m_sending = false;
    if (answer) {
        Q_EMIT split(answer->ticket, answer->ticketNumber);
        return;
    }
    reload();
    Q_EMIT changed();
    if (answer.error().code == ErrorCode::Conflict)
        Q_EMIT refused();
    else
        Q_EMIT failed(answer.error());
}

} // namespace deskhand
