import type { ImportTarget } from '../import-target.ts'

const moment = "coalesce({at}, toDateTime64('1970-01-01 00:00:00', 3, 'UTC'))"

/** Only a service session has a first reply; else the import says what it is, and it is reviews when it does not. */
const kind = "coalesce(nullIf({=kind}, ''), if(isNotNull({firstReply}), 'service', 'review'))"

/** Reviews, survey answers and service sessions. */
export const FEEDBACK_TARGET: ImportTarget = {
  id: 'feedback',
  table: 'feedback',
  nameZh: '评价与服务',
  nameEn: 'Reviews and service',
  fields: [
    {
      id: 'at',
      nameZh: '评价时间',
      nameEn: 'Given at',
      kind: 'instant',
      synonyms: ['时间', '日期', '创建时间', 'time', 'date', 'review time', 'created at'],
    },
    {
      id: 'feedbackId',
      nameZh: '评价ID',
      nameEn: 'Feedback id',
      kind: 'identifier',
      synonyms: ['review id', 'id', '会话id'],
    },
    {
      id: 'buyer',
      nameZh: '昵称',
      nameEn: 'Buyer',
      kind: 'person',
      synonyms: ['买家昵称', '买家', 'user id', 'buyer'],
    },
    {
      id: 'itemId',
      nameZh: '商品ID',
      nameEn: 'Listing id',
      kind: 'identifier',
      synonyms: ['宝贝id', 'item id', 'product id'],
    },
    { id: 'category', nameZh: '类目', nameEn: 'Category', kind: 'text', synonyms: ['cat', 'category'] },
    {
      id: 'score',
      nameZh: '评分',
      nameEn: 'Score',
      kind: 'number',
      synonyms: ['星级', '满意度', 'score', 'rating', 'stars'],
    },
    {
      id: 'positive',
      nameZh: '是否好评',
      nameEn: 'Positive',
      kind: 'flag',
      synonyms: ['label', 'sentiment', 'positive'],
    },
    {
      id: 'text',
      nameZh: '评论',
      nameEn: 'Text',
      kind: 'maskedText',
      synonyms: ['评价内容', '内容', '追评内容', 'review', 'text', 'comment', 'content'],
    },
    {
      id: 'firstReply',
      nameZh: '首次响应秒数',
      nameEn: 'First reply, seconds',
      kind: 'number',
      synonyms: ['首响秒数', '首次响应时长', 'first reply seconds'],
    },
    { id: 'agent', nameZh: '客服', nameEn: 'Agent', kind: 'text', synonyms: ['客服昵称', '旺旺', 'agent'] },
    { id: 'channel', nameZh: '渠道', nameEn: 'Channel', kind: 'text', synonyms: ['来源', 'channel', 'source'] },
  ],
  columns: {
    at: moment,
    day: `toDate(${moment}, {timeZone:String})`,
    kind,
    feedback_id: "coalesce({feedbackId}, '')",
    buyer: 'coalesce({buyer}, 0)',
    item_id: "coalesce({itemId}, '')",
    category: "coalesce({category}, '')",
    score: '{score}',
    positive: '{positive}',
    text: "coalesce({text}, '')",
    first_reply_seconds: '{firstReply}',
    agent: "coalesce({agent}, '')",
    channel: "coalesce({channel}, '')",
  },
  identity: 'content',
  identityColumn: 'feedback_id',
  checks: [
    {
      when: 'isNull({text}) AND isNull({score}) AND isNull({positive}) AND isNull({firstReply})',
      code: 'missing_value',
      field: 'text',
    },
  ],
  classify: `multiIf({positive} = 1, 'positive', {positive} = 0, 'negative', ${kind})`,
}
