import type { Vocabulary } from '../practice.ts'
import { BRUSH_WORD, CARD_WORD } from './word-ends.ts'

const SIGNAL =
  '(?:排名|权重|收藏|加购|流量|浏览|访客|访问量|uv|pv|人气|点击|搜索|关键词|曝光|展现|停留|转化|粉丝|赞|播放|观看|在线|人数|互动|弹幕|榜|热度|指数|下拉|ctr|cvr|点赞|关注量|关注数|转发|阅读)'

/** Searches, clicks, favourites, fans and views that no customer made. Source: requirement ledger P13.03. */
export const RANK_MANIPULATION: Vocabulary = {
  practice: 'rankManipulation',
  wordings: [
    {
      find: `刷(?:一?些|点|一波|自然|商品|店铺|宝贝|新品|直播间?|视频|短视频|笔记|假|高)?(?<!刷新)${SIGNAL}`,
      unlessAfter: BRUSH_WORD,
      unlessBefore: '卡|框|页|夹',
    },
    { find: '刷粉', unlessAfter: BRUSH_WORD, unlessBefore: '底|饼|色|红|蓝|白|墙|状|末|刷|扑|盒|霜|笔|妆|质|嫩|液|类' },
    { find: '黑搜|黑帽|直通车黑车|黑车(?:打|做|玩法|起)|黑科技.{0,6}(?:排名|权重|爆款|流量|首页|搜索|玩法|起店|上首)' },
    {
      find: '卡(?:搜索|手淘|自然)?首[屏页](?!加载|渲染|时间|时长|慢|顿|白)',
      unlessAfter: CARD_WORD,
    },
    {
      find: '卡(?:排名|权重|豆腐块|搜索位|下拉|搜索排名)',
      unlessAfter: CARD_WORD,
    },
    { find: '人工(?:搜索|点击|收藏|加购|浏览|进店|流量|刷|访客)', unlessBefore: '审核|标注|分析|客服' },
    {
      find: '(?:找|请|雇|安排|组织|发动|用|让|买)(?:一?些|几个?|大量|\\d{1,4}个?)?(?:人|人员|兼职|水军|亲友|员工|同事|机器人?|软件|脚本|群控|小号).{0,6}(?:收藏|加购|点击|搜索|浏览|进店|点赞)',
      unlessBefore: '分析|数据|报表|词报告|指数报告|行为|埋点|率',
    },
    {
      find: '(?:假|虚假|伪造|机刷|虚拟)(?:的)?(?:流量|收藏|加购|浏览|点击|粉丝|人气|播放|互动|点赞|访客|热度|观看)',
      unlessAfter: '[请休放度]',
    },
    { find: '流量机器人|机器人(?:刷|充|冲|撑)(?:人气|流量|粉丝|在线|场)|机器人人气|群控刷' },
    { find: '买(?:粉丝|粉涨|赞(?!助)|收藏(?!品|夹|柜|级)|加购|点赞|播放量|热度|人气|假流量|在线人数)' },
    { find: '(?:收藏|加购|浏览).{0,4}(?:互刷|放单|补量)|互刷|(?:收藏|加购)(?:补|刷)' },
    {
      find: '(?:操控|操纵|干预)(?:自然|商品|店铺|搜索)?(?:排名|搜索|榜单|权重|关键词)|(?:排名|搜索|榜单)(?:造假|作弊)',
    },
    {
      find: '恶意点击(?:竞品|竞店|同行|对手|竞争)|点(?:掉|耗)?(?:竞品|竞店|同行|对手)的?(?:广告|直通车|推广费|预算)|(?:消耗|点光)(?:竞品|竞店|同行|对手)的?(?:广告|推广)?(?:预算|费)',
    },
    {
      find: `(?<!${BRUSH_WORD})刷(?!新|屏|卡|脸|题|牙|爆|手)[^,。;!?\\n看到见过时]{1,5}(?:排名|权重|人气|热度|收藏量|加购量|播放量|点击量|浏览量|访客数|粉丝数|点赞数|评分|热搜)`,
      unlessAfter: '用户|消费者|粉丝|会员|人群',
    },
    { find: '刷量(?!具|杯|筒)|买热搜(?!词)', unlessAfter: BRUSH_WORD },
    { find: 'fake(?:traffic|clicks?|followers?|fans|views?)|clickfarm|buy(?:ing)?(?:followers?|fans|likes)' },
  ],
}
