import type { ImportTarget } from '../import-target.ts'

const figure = (id: string, nameZh: string, nameEn: string, synonyms: readonly string[]) =>
  ({ id, nameZh, nameEn, kind: 'count', synonyms }) as const

/** Notes and videos elsewhere, with how they were received. A newer file brings a post's newer figures. */
export const SOCIAL_TARGET: ImportTarget = {
  id: 'social',
  table: 'social_posts',
  nameZh: '社媒内容（笔记、视频）',
  nameEn: 'Social posts (notes, videos)',
  fields: [
    {
      id: 'postId',
      nameZh: '笔记ID',
      nameEn: 'Post id',
      kind: 'identifier',
      required: true,
      synonyms: ['作品ID', '视频ID', '内容ID', '帖子ID', 'note id', 'post id', 'video id'],
    },
    {
      id: 'postedAt',
      nameZh: '发布时间',
      nameEn: 'Posted at',
      kind: 'instant',
      required: true,
      synonyms: ['发布日期', '笔记发布时间', '投稿时间', 'posted at', 'publish time', 'published at'],
    },
    { id: 'platform', nameZh: '平台', nameEn: 'Platform', kind: 'text', synonyms: ['发布平台', '渠道', 'platform'] },
    {
      id: 'author',
      nameZh: '作者',
      nameEn: 'Author',
      kind: 'text',
      synonyms: ['达人昵称', '博主', '账号', '账号名称', 'author', 'creator'],
    },
    {
      id: 'title',
      nameZh: '笔记标题',
      nameEn: 'Post title',
      kind: 'maskedText',
      synonyms: ['作品标题', '视频标题', '内容标题', '标题', 'title'],
    },
    figure('views', '阅读量', 'Views', ['阅读数', '播放量', '播放数', '浏览量', '观看量', 'views', 'reads']),
    figure('likes', '点赞量', 'Likes', ['点赞数', '点赞', 'likes']),
    figure('comments', '评论量', 'Comments', ['评论数', '评论', 'comments']),
    figure('shares', '分享量', 'Shares', ['分享数', '转发数', '转发量', 'shares', 'reposts']),
    figure('saves', '收藏量', 'Saves', ['收藏数', '收藏', 'saves', 'favorites']),
  ],
  columns: {
    day: 'toDate({postedAt}, {timeZone:String})',
    platform: "coalesce({platform}, '')",
    post_id: '{postId}',
    author: "coalesce({author}, '')",
    title: "coalesce({title}, '')",
    views: '{views}',
    likes: '{likes}',
    comments: '{comments}',
    shares: '{shares}',
    saves: '{saves}',
  },
  identity: 'natural',
  checks: ['views', 'likes', 'comments', 'shares', 'saves'].map((field) => ({
    when: `coalesce({${field}}, 0) < 0`,
    code: 'out_of_range',
    field,
  })),
  classify: "if(coalesce({platform}, '') = '', 'post', assumeNotNull({platform}))",
}
