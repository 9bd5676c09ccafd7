import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Tool } from './tool.ts'

type Given = Omit<Tool, 'startedDay' | 'endedDay' | 'successor' | 'noteZh' | 'noteEn' | 'platform' | 'paid'> &
  Partial<Pick<Tool, 'successor' | 'noteZh' | 'noteEn' | 'platform' | 'paid'>> & { goneFrom?: string }

const day = (text: string | undefined): BusinessDay | null => (text === undefined ? null : parseDay(text))

const tool = ({ goneFrom, ...given }: Given): Tool => ({
  platform: 'tmall',
  paid: given.kind === 'ads',
  successor: null,
  noteZh: '',
  noteEn: '',
  ...given,
  startedDay: null,
  endedDay: day(goneFrom),
})

/** Ends of validity are known by the year; a shop that knows better enters its own row under the same name. */
const BY_YEAR = {
  noteZh: '停用时间按年估计，可在工具目录中改正',
  noteEn: 'Known by the year; correct it in the tool catalogue',
}

/** Tools that are used today. */
const CURRENT: readonly Tool[] = [
  tool({ id: 'zhitongche', name: '直通车', kind: 'ads', aliases: ['关键词推广', '淘宝直通车', 'ztc'] }),
  tool({ id: 'wanxiangtai', name: '万相台', kind: 'ads', aliases: ['万相台无界', '万相台无界版', '阿里妈妈万相台'] }),
  tool({ id: 'pinxiaobao', name: '品销宝', kind: 'ads', aliases: ['明星店铺', '品牌专区', '品专'] }),
  tool({ id: 'chaojizhibo', name: '超级直播', kind: 'ads', aliases: [] }),
  tool({
    id: 'taobaoke',
    name: '淘宝客',
    kind: 'affiliate',
    aliases: ['淘客', '阿里妈妈联盟', '淘宝联盟'],
    paid: true,
  }),
  tool({ id: 'juhuasuan', name: '聚划算', kind: 'event', aliases: ['大聚划算', '聚划算百亿补贴', '百亿补贴'] }),
  tool({ id: 'taojinbi', name: '淘金币', kind: 'event', aliases: ['金币频道'] }),
  tool({ id: 'uxianshiyong', name: 'U先试用', kind: 'event', aliases: ['U先', '天猫U先'] }),
  tool({ id: 'taobaozhibo', name: '淘宝直播', kind: 'content', aliases: ['点淘', '店播'] }),
  tool({ id: 'guangguang', name: '逛逛', kind: 'content', aliases: ['淘宝逛逛'] }),
  tool({ id: 'taobaoqun', name: '淘宝群', kind: 'private', aliases: ['淘宝群聊', '手淘群'] }),
  tool({ id: 'shengyicanmou', name: '生意参谋', kind: 'data', aliases: [] }),
  tool({ id: 'shujuyinhang', name: '数据银行', kind: 'data', aliases: ['品牌数据银行'] }),
  tool({ id: 'damopan', name: '达摩盘', kind: 'data', aliases: ['DMP', '达摩盘DMP'] }),
  tool({ id: 'qianniu', name: '千牛', kind: 'service', aliases: ['旺旺', '阿里旺旺'] }),
  tool({ id: 'wecom', name: '企业微信', kind: 'private', aliases: ['企微', '企业微信群', 'WeCom'], platform: null }),
  tool({ id: 'gongzhonghao', name: '微信公众号', kind: 'private', aliases: ['公众号', '服务号'], platform: null }),
  tool({ id: 'duanxin', name: '短信', kind: 'private', aliases: ['SMS', '短信营销'], platform: null, paid: true }),
  tool({ id: 'youjian', name: '邮件营销', kind: 'private', aliases: ['EDM', '邮件'], platform: null }),
  tool({
    id: 'douyin',
    name: '抖音',
    kind: 'content',
    aliases: ['巨量千川', '抖音信息流'],
    platform: null,
    paid: true,
  }),
  tool({ id: 'kuaishou', name: '快手', kind: 'content', aliases: ['磁力金牛'], platform: null, paid: true }),
  tool({ id: 'xiaohongshu', name: '小红书', kind: 'content', aliases: ['蒲公英', 'RED'], platform: null, paid: true }),
  tool({
    id: 'bilibili',
    name: 'B站',
    kind: 'content',
    aliases: ['哔哩哔哩', 'bilibili', '花火'],
    platform: null,
    paid: true,
  }),
  tool({ id: 'zhihu', name: '知乎', kind: 'content', aliases: ['知乎信息流'], platform: null, paid: true }),
  tool({ id: 'weibo', name: '微博', kind: 'content', aliases: ['新浪微博'], platform: null, paid: true }),
]

/** Names that older plans use, with what took their place (X16). */
const FORMER: readonly Tool[] = [
  tool({
    id: 'zuanzhan',
    name: '钻展',
    kind: 'ads',
    aliases: ['钻石展位', '智钻', '超级钻展'],
    goneFrom: '2022-01-01',
    successor: '万相台',
    noteZh: `并入引力魔方，其后归入万相台；${BY_YEAR.noteZh}`,
    noteEn: `Went into 引力魔方 and with it into 万相台. ${BY_YEAR.noteEn}`,
  }),
  tool({
    id: 'chaojituijian',
    name: '超级推荐',
    kind: 'ads',
    aliases: [],
    goneFrom: '2022-01-01',
    successor: '万相台',
    noteZh: `并入引力魔方，其后归入万相台；${BY_YEAR.noteZh}`,
    noteEn: `Went into 引力魔方 and with it into 万相台. ${BY_YEAR.noteEn}`,
  }),
  tool({
    id: 'yinlimofang',
    name: '引力魔方',
    kind: 'ads',
    aliases: [],
    goneFrom: '2024-01-01',
    successor: '万相台',
    ...BY_YEAR,
  }),
  tool({
    id: 'taoqianggou',
    name: '淘抢购',
    kind: 'event',
    aliases: ['抢购'],
    goneFrom: '2020-01-01',
    successor: '聚划算',
    ...BY_YEAR,
  }),
  tool({
    id: 'weitao',
    name: '微淘',
    kind: 'content',
    aliases: [],
    goneFrom: '2021-01-01',
    successor: '逛逛',
    ...BY_YEAR,
  }),
  tool({
    id: 'alishiyong',
    name: '阿里试用',
    kind: 'event',
    aliases: ['试用中心'],
    goneFrom: '2021-01-01',
    successor: 'U先试用',
    ...BY_YEAR,
  }),
  tool({
    id: 'qqqun',
    name: 'QQ群',
    kind: 'private',
    aliases: ['QQ群聊', 'QQ客户群'],
    platform: null,
    goneFrom: '2020-01-01',
    successor: '企业微信',
    noteZh: '仍可使用，但客户群今天多在企业微信与淘宝群；可在工具目录中改正',
    noteEn: 'Still there, yet customer groups live in 企业微信 and 淘宝群 today; correct it in the tool catalogue',
  }),
  tool({
    id: 'piaolv',
    name: '飘绿',
    kind: 'other',
    aliases: [],
    goneFrom: '2018-01-01',
    noteZh: '旧称，今天没有同名工具；请与作者核对含义后改写',
    noteEn: 'An old word with no tool of that name today; ask its author what was meant',
  }),
]

/** Tools of other marketplaces, with the counterpart on this one. */
const ELSEWHERE: readonly Tool[] = [
  tool({
    id: 'jingtiaoke',
    name: '京挑客',
    kind: 'affiliate',
    aliases: [],
    platform: 'jd',
    paid: true,
    successor: '淘宝客',
    noteZh: '属于京东',
    noteEn: 'Belongs to JD',
  }),
  tool({
    id: 'jingzhuntong',
    name: '京准通',
    kind: 'ads',
    aliases: ['京东快车', '京选展位'],
    platform: 'jd',
    successor: '万相台',
    noteZh: '属于京东',
    noteEn: 'Belongs to JD',
  }),
  tool({
    id: 'duoduosousuo',
    name: '多多搜索',
    kind: 'ads',
    aliases: ['多多场景', '多多进宝'],
    platform: 'pdd',
    successor: '直通车',
    noteZh: '属于拼多多',
    noteEn: 'Belongs to Pinduoduo',
  }),
]

/** The catalogue that comes with the system (P16.09); a shop's own rows stand before these. */
export const DEFAULT_TOOLS: readonly Tool[] = [...CURRENT, ...FORMER, ...ELSEWHERE]
