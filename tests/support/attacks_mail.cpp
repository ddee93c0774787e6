// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

constexpr Attack mailReadingTable[] = {
    // Mail of tickets that are not theirs.
    {"agent", "SELECT subject FROM outbound_mail WHERE ticket_id = {secret}", "", "mail that went out"},
    {"agent", "SELECT count(*) FROM outbound_mail WHERE id = 71", "0", "a mail by its id"},
    {"agent", "SELECT count(*) FROM outbound_mail WHERE message_id = 'm71'", "0", "a mail by its Message-ID"},
    {"agent", "SELECT count(*) FROM outbound_mail WHERE token = 't71'", "0", "a mail by its token"},
    {"agent", "SELECT count(*) FROM outbound_recipient WHERE mail_id = 71", "0", "its recipients"},
    {"agent", "SELECT count(*) FROM outbound_recipient WHERE address_folded LIKE 'rita%' AND state = 6", "0",
     "who cannot be reached"},
    {"agent", "SELECT count(*) FROM held_mail WHERE ticket_id = {secret}", "0", "mail that claims a ticket"},
    {"agent", "SELECT from_address FROM held_mail WHERE id = 71", "", "who claims a ticket"},
    {"agent", "SELECT bytes FROM blob WHERE sha256 = sha256('held back')", "", "the raw mail that claims a ticket"},
    {"agent", "SELECT count(*) FROM ticket_participant WHERE ticket_id = {secret}", "0", "who was let in"},
    {"agent", "SELECT count(*) FROM ticket_link WHERE ticket_id = {secret}", "0", "what a ticket follows up"},
    {"agent", "SELECT count(*) FROM ticket WHERE delivery = 6", "0", "a ticket by how far its mail has come"},
    {"former", "SELECT count(*) FROM outbound_mail", "0", "the outbox, no longer active"},
    {"former", "SELECT count(*) FROM held_mail", "0", "held mail, no longer active"},
    {"former", "SELECT count(*) FROM mailbox", "0", "mailboxes, no longer active"},
    {"former", "SELECT count(*) FROM lease", "0", "who works, no longer active"},
    {"former", "SELECT count(*) FROM signing_key()", "0", "the key that signs, no longer active"},
    {"former", "SELECT count(*) FROM mail_sums()", "0", "sums of mail, no longer active"},
    {"former", "SELECT count(*) FROM mail_numbers(0)", "0", "numbers of mail, no longer active"},
    {"former", "SELECT count(mailbox_id) FROM mailbox_secret", "0", "which secrets there are, no longer active"},
    {"agent", "SELECT count(*) FROM mail_arrival", "!42501", "the list of arrivals"},
    {"admin", "SELECT count(*) FROM mail_arrival", "!42501", "the list of arrivals, as admin"},
    {"agent", "SELECT count(*) FROM automatic_mail", "!42501", "whom machines have answered"},
    {"agent", "SELECT count(*) FROM inbound('x', sha256('held back'))", "0", "whether a raw mail has come"},

    // Secrets of mailboxes.
    {"agent", "SELECT sealed FROM mailbox_secret", "!42501", "sealed secrets"},
    {"supervisor", "SELECT sealed FROM mailbox_secret", "!42501", "sealed secrets, as supervisor"},
    {"admin", "SELECT sealed FROM mailbox_secret", "!42501", "sealed secrets, as admin"},
    {"admin", "SELECT * FROM mailbox_secret", "!42501", "all columns of the secrets"},
    {"admin", "SELECT s FROM mailbox_secret s", "!42501", "secrets as whole rows"},
    {"admin", "COPY mailbox_secret TO STDOUT", "!42501", "secrets by COPY"},
    {"admin", "SELECT count(*) FROM mailbox_secret WHERE sealed = 'sealed'", "!42501", "a secret by guessing it"},
    {"admin", "DELETE FROM mailbox_secret RETURNING sealed", "!42501", "a secret by removing it"},
    {"admin",
     "INSERT INTO mailbox_secret VALUES (71, 1, 'x') ON CONFLICT (mailbox_id, secret) DO UPDATE SET sealed = "
     "mailbox_secret.sealed",
     "!42501", "a secret by a conflict"},
    {"admin", "SELECT table_to_xml('deskhand.mailbox_secret', true, false, '')", "!42501", "secrets as XML"},
    {"agent", "SELECT count(*) FROM desk_setting WHERE key = 'mail_signing_key'", "0",
     "the key that signs, beside its function"},

    // What is known to be possible.
    {"agent", "SELECT count(*) FROM signing_key()", "1", "whoever sends has the key that signs", Defence::Known},
    {"agent", "SELECT held FROM mail_numbers(0)", "2", "how much mail waits, also for others", Defence::Known},
    {"agent", "SELECT has_been_answered('rita@customer.example')", "1", "whether an address was ever answered",
     Defence::Known},
};

constexpr Attack mailWritingTable[] = {
    {"agent",
     "BEGIN; UPDATE outbound_mail SET release_at = 7 WHERE id = 72; UPDATE outbound_recipient SET next_at = 7 WHERE "
     "mail_id = 72; {tell}; {check}; ROLLBACK",
     "t", "a mail is released at another time"},
    {"agent", "BEGIN; UPDATE outbound_mail SET release_at = 7 WHERE id = 72; {check}; ROLLBACK", "!42501",
     "another time without telling"},
    {"agent",
     "UPDATE outbound_mail SET state = 1 WHERE id = 71; UPDATE outbound_recipient SET state = 1 WHERE mail_id = 71; "
     "SELECT count(*) FROM outbound_mail WHERE state = 1",
     "0", "another's mail is taken back"},
    {"member", "UPDATE outbound_mail SET release_at = 7 WHERE id = 72", "!42501", "another's mail at another time"},
    {"member", "UPDATE outbound_recipient SET next_at = 7 WHERE mail_id = 72", "!42501",
     "another's recipients at another time"},
    {"agent", "UPDATE outbound_mail SET state = 2 WHERE id = 72", "!42501", "a mail that was not sent is sent"},
    {"agent", "UPDATE outbound_mail SET state = 7 WHERE id = 72", "!42501", "a mail bounces"},
    {"agent", "UPDATE outbound_recipient SET state = 2 WHERE mail_id = 72", "!42501", "a recipient has it"},
    {"agent", "UPDATE outbound_recipient SET reply = '550 no' WHERE mail_id = 72", "!42501", "a server has spoken"},
    {"agent", "UPDATE outbound_recipient SET fence = 9 WHERE mail_id = 72", "!42501", "a worker is fenced off"},
    {"agent", "UPDATE outbound_recipient SET attempts = 9 WHERE mail_id = 72", "!42501", "attempts that nobody made"},
    {"agent", "UPDATE outbound_recipient SET address = 'x@y.example' WHERE mail_id = 72", "!42501", "to somebody else"},
    {"agent", "UPDATE outbound_mail SET raw_sha256 = sha256('held back') WHERE id = 72", "!42501", "other bytes"},
    {"agent", "UPDATE outbound_mail SET envelope_from = 'x' WHERE id = 72", "!42501", "another sender"},
    {"agent", "UPDATE outbound_mail SET author_id = {memberId} WHERE id = 72", "!42501", "another author"},
    {"agent", "DELETE FROM outbound_mail WHERE id = 72", "!42501", "a mail goes"},
    {"agent", "BEGIN; UPDATE outbound_mail SET state = 1 WHERE id = 72; {tell}; {check}; ROLLBACK", "!42501",
     "taken back without its recipients"},
    {"agent",
     "INSERT INTO outbound_mail (ticket_id, article_id, mailbox_id, kind, author_id, subject, message_id, token, "
     "envelope_from, raw_sha256, created_at, release_at) VALUES ({open}, {openArticle}, 71, 1, {agentId}, 's', 'm', "
     "'t', 's', sha256('dear Rita'), 1, 1)",
     "!42501", "a mail of an article that was there"},
    {"agent",
     "INSERT INTO outbound_mail (ticket_id, article_id, mailbox_id, kind, author_id, subject, message_id, token, "
     "envelope_from, raw_sha256, created_at, release_at) VALUES ({open}, 0, 71, 2, 0, 's', 'm', 't', 's', "
     "sha256('held back'), 1, 1)",
     "!42501", "bytes that are only known by their hash"},
    {"agent",
     "SELECT keep_blob(sha256('x'), 1, 'x'); INSERT INTO outbound_mail (ticket_id, article_id, mailbox_id, kind, "
     "author_id, subject, message_id, token, envelope_from, raw_sha256, created_at, release_at) VALUES ({secret}, 0, "
     "71, 2, 0, 's', 'm', 't', 's', sha256('x'), 1, 1)",
     "!42501", "a mail of a ticket that is not theirs"},
    {"agent",
     "INSERT INTO outbound_recipient (mail_id, position, address, address_folded) VALUES (72, 2, 'x@y.example', "
     "'x@y.example')",
     "!42501", "one more recipient"},
    {"agent", "UPDATE article SET withdrawn_at = 1 WHERE id = {openArticle}", "!42501", "an article is taken back"},
    {"agent", "UPDATE article SET text = 'x' WHERE id = {openArticle}", "!42501", "an article says something else"},
    {"agent", "UPDATE ticket SET delivery = 2 WHERE id = {open}", "!42501", "a ticket's mail has arrived"},
    {"agent", "BEGIN; UPDATE ticket SET delivery = 2 WHERE id = {open}; {tell}; {check}; ROLLBACK", "!42501",
     "a ticket's mail has arrived, and it is told"},
    {"agent", "UPDATE held_mail SET decision = 3, decided_by = {memberId} WHERE id = 72", "!42501",
     "a decision in another's name"},
    {"agent", "UPDATE held_mail SET decision = 1, decided_by = {agentId}, ticket_id = {secret} WHERE id = 72", "!42501",
     "a mail is put into a ticket that is not theirs"},
    {"agent", "UPDATE held_mail SET accept = 'x' WHERE id = 72", "!42501", "a held mail says something else"},
    {"agent", "SELECT settle_arrival(71, 7, '', 0, 0)", "!42501", "another's arrival is settled"},
    {"agent", "SELECT record_inbound('x', sha256('held back'), 1, {secret}, 0, '')", "!42501",
     "a mail counts as accepted"},
    {"agent", "SELECT record_automatic(1, 'x', {secret})", "!42501", "a ticket's limit is used up"},
    {"agent", "SELECT forget_automatic(9); SELECT last_day FROM automatic_mails('', 0, 0, 0)", "1",
     "limits are forgotten"},
    {"agent", "INSERT INTO ticket_participant VALUES ({secret}, 'x@y.example')", "!42501", "somebody is let in"},
    {"agent", "INSERT INTO ticket_link VALUES ({open}, {secret}, 1)", "!42501", "a link to what is not theirs"},
    {"agent", "INSERT INTO mailbox (name, address, settings) VALUES ('x', 'x', '{}')", "!42501", "a mailbox"},
    {"agent", "UPDATE mailbox SET paused = 1", "!42501", "mailboxes stop"},
    {"agent", "INSERT INTO mailbox_secret VALUES (71, 2, 'x')", "!42501", "a secret is set"},
    {"agent", "DELETE FROM mailbox_secret WHERE mailbox_id = 71", "!42501", "a secret is removed"},
    {"admin", "DELETE FROM mailbox_secret WHERE mailbox_id = 71", "!42501", "a secret is removed without history"},
    {"admin", "UPDATE mailbox SET paused = 1", "!42501", "a mailbox is paused without history"},
    {"agent", "UPDATE mailbox_progress SET first_key = 0", "!42501", "mails are fetched again"},
    {"agent", "UPDATE lease SET fence = 99", "!42501", "a fence is moved"},
    {"admin", "UPDATE lease SET owner = 'me'", "!42501", "a lease is stolen, as admin"},
    {"agent", "INSERT INTO lease VALUES ('mail-intake', 'me', 1, 99)", "!42501", "a lease is taken"},
    {"agent", "INSERT INTO mail_text (kind, agent_id, text) VALUES (3, {memberId}, 'x')", "!42501",
     "another's signature"},
    {"agent", "INSERT INTO mail_text (kind, agent_id, text) VALUES (1, 0, 'x')", "!42501", "an acknowledgement"},
    {"agent", "INSERT INTO mail_text (kind, agent_id, text) VALUES (3, {agentId}, 'x')", "!42501",
     "one's own signature without history"},
    {"agent", "SELECT make_signing_key('AAAA')", "!42501", "a key that is none"},
    {"admin",
     "UPDATE desk_setting SET value = 'x' WHERE key = 'mail_signing_key'; SELECT count(*) FROM signing_key() "
     "WHERE value = 'x'",
     "0", "the key that signs is chosen"},
};

} // namespace

QVector<Attack> mailReadingAttacks()
{
    return QVector<Attack>(std::begin(mailReadingTable), std::end(mailReadingTable));
}

QVector<Attack> mailWritingAttacks()
{
    return QVector<Attack>(std::begin(mailWritingTable), std::end(mailWritingTable));
}

} // namespace deskhand::test
