// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread_model.h"
#include "widgets/thread/article_card.h"
#include "widgets/thread/thread_painter.h"

#include <QHash>
#include <QVector>

#include <memory>

namespace deskhand {

/// Heights and documents of a thread's rows. A row has an estimated height until it is laid out; documents of rows that
/// were not used for long are thrown away, their heights stay.
class ThreadRows
{
public:
    ThreadRows(const ThreadModel &model, PictureStore &pictures, const Theme &theme);

    void reset();
    void insert(int first, int count);
    void remove(int first, int count);
    /// The content of a row differs.
    void invalidate(int row);
    void setWidth(int width);
    [[nodiscard]] int width() const { return m_width; }
    /// Fonts or colours differ.
    void restyle();

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int top(int row) const;
    [[nodiscard]] int height(int row) const { return m_rows.at(row).height; }
    [[nodiscard]] int totalHeight() const;
    /// The row at this distance from the top of the thread; the last one below it; -1 when there is none.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] bool isExact(int row) const { return m_rows.at(row).exact; }
    /// Lays a row out. True: its height is another than before.
    bool layOut(int row);

    /// The documents and geometry of an article's row, laid out.
    ArticleDocuments &documents(int row);
    const ArticleGeometry &geometry(int row);
    /// Null when the row is not laid out now.
    [[nodiscard]] ArticleDocuments *documentsIfThere(int row) const { return m_rows.at(row).documents.get(); }

    [[nodiscard]] ArticleFolds folds(ArticleId article) const { return m_folds.value(article); }
    void setQuotesShown(int row, bool shown);
    void setRemoteShown(int row);
    /// Rows whose documents use a picture lay out again. True: a height differs.
    bool pictureArrived(const QString &storeName);

    [[nodiscard]] HistoryLine eventLine(int row, Instant now) const;

    static constexpr int keptDocuments = 60;

private:
    struct Row {
        int height = 0;
        bool exact = false;
        quint64 used = 0;
        std::shared_ptr<ArticleDocuments> documents;
        ArticleGeometry geometry;
    };

    /// Whether something is said of what became of its mail.
    [[nodiscard]] static bool isMailed(const ThreadItem &item);
    [[nodiscard]] Row estimated(int row) const;
    void dropUnused();
    void updateTops() const;

    const ThreadModel &m_model;
    PictureStore &m_pictures;
    const Theme &m_theme;
    ThreadPainter m_painter;
    QVector<Row> m_rows;
    mutable QVector<int> m_tops; ///< one more than rows; empty: to be counted anew
    QHash<ArticleId, ArticleFolds> m_folds;
    int m_width = 0;
    quint64 m_use = 0;
    int m_alive = 0; ///< rows that have documents
};

} // namespace deskhand
