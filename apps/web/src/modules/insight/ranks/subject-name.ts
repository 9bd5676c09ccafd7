import type { RankSubject } from '@zhanggui/contract'

type Words = { keyword: string; category: string; shop: string }

/** @example subjectName({ kind: 'keyword', term: '面霜', … }, words) // '关键词“面霜”· 保湿面霜 50ml' */
export const subjectName = ({ kind, term, board, item, itemName }: RankSubject, words: Words): string =>
  `${words[kind]} ${term}（${board}）· ${item === null ? words.shop : (itemName ?? item)}`
