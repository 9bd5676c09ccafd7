import { factTable } from './fact-table.ts'

export const FEEDBACK = factTable({
  name: 'feedback',
  meaning: 'what buyers say and how fast they are answered, one row a review, survey answer or service session',
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'day', type: 'Date', meaning: 'business day' },
    { name: 'kind', type: 'LowCardinality(String)', meaning: 'review, nps, service, dsr' },
    { name: 'feedback_id', type: 'String', meaning: 'id, else hash of content and occurrence' },
    { name: 'at', type: "DateTime64(3, 'UTC')", meaning: 'when given' },
    { name: 'buyer', type: 'UInt64', meaning: 'keyed hash of the buyer; 0 unknown' },
    { name: 'item_id', type: 'String', meaning: 'listing' },
    { name: 'category', type: 'LowCardinality(String)', meaning: 'category name' },
    { name: 'score', type: 'Nullable(Float64)', meaning: 'review 1–5, nps 0–10, service satisfaction 1–5' },
    { name: 'positive', type: 'Nullable(UInt8)', meaning: 'labelled sentiment: 1 positive, 0 negative' },
    { name: 'text', type: 'String', meaning: 'what was said, personal data masked', codec: 'ZSTD(3)' },
    { name: 'first_reply_seconds', type: 'Nullable(Float64)', meaning: 'service: time to the first human answer' },
    { name: 'agent', type: 'LowCardinality(String)', meaning: 'service agent account' },
    { name: 'channel', type: 'LowCardinality(String)', meaning: 'where it was given' },
    { name: 'version', type: 'UInt64', meaning: 'import number: the row that stays' },
    { name: 'content_hash', type: 'UInt64', meaning: 'hash of everything but provenance' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'day', 'kind', 'feedback_id'],
  partitionBy: 'toYYYYMM(day)',
  shardBy: 'cityHash64(feedback_id)',
})
