import { defineStrings } from '../../../../locale/strings.ts'

export const briefStrings = defineStrings(
  {
    blocks: '页面模块',
    blocksHelp: '从上到下，如 倒计时、券墙、热卖榜；用来比较新意。',
  },
  {
    blocks: 'Blocks of the page',
    blocksHelp: 'From top to bottom, such as countdown, coupons, hot list; for the novelty check.',
  },
)
