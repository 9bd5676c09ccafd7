import type { Language } from '@zhanggui/report'

const MACHINES: Readonly<Record<string, Record<Language, string>>> = {
  system: { zh: '系统', en: 'The system' },
  cli: { zh: '命令行', en: 'Command line' },
}

/**
 * Who a document says it was made by: a person by name, without the address that colleagues see beside it; a machine in words.
 * @param names names of people as the trail gives them, `王店长 <owner@shop.cn>`
 */
export function signedBy(actor: string, names: ReadonlyMap<string, string>, language: Language): string {
  const machine = MACHINES[actor.split(':')[0] ?? '']
  return machine?.[language] ?? (names.get(actor) ?? actor).replace(/\s*<[^<>]*>$/, '')
}
