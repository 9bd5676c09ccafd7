/** What may stand between braces in a message or an emergency page, and what it stands for. */
export const PLACEHOLDERS = [
  '店铺',
  '商品',
  '替代商品',
  '赠品',
  '订单数',
  '补偿',
  '截止时间',
  '渠道',
  '物流商',
  '主播',
  '客服入口',
] as const

const known: ReadonlySet<string> = new Set(PLACEHOLDERS)

/** Placeholders of a text in the order in which they first stand. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '')),
]

/** What nobody could fill in: names that are not known, and braces that are not closed. */
export function templateFaults(text: string): string[] {
  const stray = text.replaceAll(/\{[^{}]*\}/g, '')
  return [
    ...placeholdersIn(text).filter((name) => !known.has(name)),
    ...(stray.includes('{') || stray.includes('}') ? ['{'] : []),
  ]
}

/** The text with every placeholder filled. Shape: `missing` names those without a value; nothing is sent with a hole in it. */
export function fillTemplate(
  text: string,
  values: Readonly<Record<string, string>>,
): { text: string; missing: string[] } {
  const missing = placeholdersIn(text).filter((name) => (values[name] ?? '').trim() === '')
  return { text: text.replaceAll(/\{([^{}]*)\}/g, (hole, name: string) => values[name] || hole), missing }
}
