// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/keychain_passwords.h"

#include <qt6keychain/keychain.h>

#include <QFutureInterface>
#include <QTimer>

#include <functional>
#include <memory>

namespace deskhand {
namespace {

using KeychainDone = std::function<void(QKeychain::Job *job)>; ///< null: it has not answered in time

Error keychainError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("replica.keychain"), detail, {}};
}

Error errorOfJob(const QKeychain::Job *job)
{
    if (job == nullptr)
        return keychainError(ErrorCode::Timeout, QStringLiteral("the keychain is silent"));
    ErrorCode code = ErrorCode::Offline; // no bus, no service, no library: there is no keychain
    if (job->error() == QKeychain::EntryNotFound)
        code = ErrorCode::NotFound;
    else if (job->error() == QKeychain::AccessDeniedByUser || job->error() == QKeychain::AccessDenied)
        code = ErrorCode::Denied;
    return keychainError(code, QStringLiteral("%1 (%2)").arg(job->errorString()).arg(int(job->error())));
}

/// `done` is called once: with the job, or with nothing when it takes too long. The job deletes itself.
void runJob(QKeychain::Job *job, const QString &account, int patienceMs, const KeychainDone &done)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(account);
    const auto answered = std::make_shared<bool>(false);
    const auto once = [answered, done](QKeychain::Job *with) {
        if (!std::exchange(*answered, true))
            done(with);
    };
    QObject::connect(job, &QKeychain::Job::finished, job, once);
    QTimer::singleShot(patienceMs, job, [once] { once(nullptr); });
    job->start();
}

template <typename T>
class KeychainAnswer
{
public:
    KeychainAnswer() { m_promise.reportStarted(); }
    void give(const Result<T> &result)
    {
        m_promise.reportResult(result);
        m_promise.reportFinished();
    }
    [[nodiscard]] QFuture<Result<T>> future() { return m_promise.future(); }

private:
    QFutureInterface<Result<T>> m_promise;
};

bool isFine(const QKeychain::Job *job)
{
    return job != nullptr && job->error() == QKeychain::NoError;
}

} // namespace

KeychainPasswords::KeychainPasswords(QString service, int patienceMs)
    : m_service(std::move(service))
    , m_patienceMs(patienceMs)
{
}

QFuture<Result<QString>> KeychainPasswords::read(const QString &account)
{
    auto answer = std::make_shared<KeychainAnswer<QString>>();
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    runJob(job, account, m_patienceMs, [answer, job](QKeychain::Job *done) {
        answer->give(isFine(done) ? Result<QString>(job->textData()) : Result<QString>(errorOfJob(done)));
    });
    return answer->future();
}

QFuture<Result<void>> KeychainPasswords::write(const QString &account, const QString &password)
{
    auto answer = std::make_shared<KeychainAnswer<void>>();
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(password);
    // Some keychains that are locked say that all is well and keep nothing: only reading tells.
    const auto readAgain = [answer, account, password, service = m_service, patience = m_patienceMs] {
        auto *check = new QKeychain::ReadPasswordJob(service);
        runJob(check, account, patience, [answer, check, password](QKeychain::Job *done) {
            const bool kept = isFine(done) && check->textData() == password;
            answer->give(kept ? Result<void>()
                              : Result<void>(
                                  keychainError(ErrorCode::Denied, QStringLiteral("what was written cannot be read"))));
        });
    };
    runJob(job, account, m_patienceMs, [answer, readAgain](QKeychain::Job *done) {
        if (isFine(done))
            return readAgain();
        const Error error = errorOfJob(done);
        answer->give(error.code == ErrorCode::NotFound ? keychainError(ErrorCode::Denied, error.detail) : error);
    });
    return answer->future();
}

QFuture<Result<void>> KeychainPasswords::remove(const QString &account)
{
    auto answer = std::make_shared<KeychainAnswer<void>>();
    runJob(new QKeychain::DeletePasswordJob(m_service), account, m_patienceMs, [answer](QKeychain::Job *done) {
        const bool gone = isFine(done) || (done != nullptr && done->error() == QKeychain::EntryNotFound);
        answer->give(gone ? Result<void>() : Result<void>(errorOfJob(done)));
    });
    return answer->future();
}

} // namespace deskhand
