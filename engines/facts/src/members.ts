import { factTable } from './fact-table.ts'

export const MEMBERS = factTable({
  name: 'members',
  meaning: 'members of the shop as its CRM lists them, one row a member',
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'member_id', type: 'String', meaning: 'made of the keyed hash, so that it names nobody' },
    {
      name: 'buyer',
      type: 'UInt64',
      meaning: 'keyed hash of the buyer behind the member: the same number as in orders and events',
    },
    {
      name: 'active_day',
      type: 'Date',
      meaning: 'business day of the last purchase or visit that the list knows, else of joining',
    },
    { name: 'joined_day', type: 'Date', meaning: 'business day of joining' },
    { name: 'tier', type: 'LowCardinality(String)', meaning: 'member tier' },
    { name: 'channel', type: 'LowCardinality(String)', meaning: 'where the member joined' },
    { name: 'province', type: 'LowCardinality(String)', meaning: 'province of the member' },
    { name: 'points', type: 'Nullable(Int64)', meaning: 'points held; null unknown' },
    { name: 'version', type: 'UInt64', meaning: 'import number: the row that stays' },
    { name: 'content_hash', type: 'UInt64', meaning: 'hash of everything but provenance' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'member_id'],
  person: {
    column: 'buyer',
    blank: [],
    rename: ['member_id'],
    purposeZh: '会员服务：等级、积分、入会渠道',
    purposeEn: 'the membership: tier, points, where a member joined',
    retention: 'detach',
  },
  partitionBy: null,
  shardBy: 'cityHash64(member_id)',
})
