import { factTable } from './fact-table.ts'

const count = (name: string, meaning: string) => ({ name, type: 'Nullable(Int64)', meaning }) as const

export const SOCIAL_POSTS = factTable({
  name: 'social_posts',
  meaning: 'what was posted about the shop elsewhere and how it was received, one row a post with its latest figures',
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'day', type: 'Date', meaning: 'business day it was posted' },
    { name: 'platform', type: 'LowCardinality(String)', meaning: '小红书, 抖音, 微博, …' },
    { name: 'post_id', type: 'String', meaning: 'id of the note or video' },
    { name: 'author', type: 'LowCardinality(String)', meaning: 'public account that posted it' },
    { name: 'title', type: 'String', meaning: 'its title, personal data masked' },
    count('views', '阅读或播放数'),
    count('likes', '点赞数'),
    count('comments', '评论数'),
    count('shares', '转发或分享数'),
    count('saves', '收藏数'),
    { name: 'version', type: 'UInt64', meaning: 'import number: the row that stays' },
    { name: 'content_hash', type: 'UInt64', meaning: 'hash of everything but provenance' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'day', 'platform', 'post_id'],
  partitionBy: 'toYear(day)',
  shardBy: 'cityHash64(post_id)',
})
