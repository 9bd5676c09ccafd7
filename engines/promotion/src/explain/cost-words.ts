import type { Words } from './fact.ts'

/** What a cost of the seller is for, in words; something that is named freely stands for itself. */
export function costWords(what: string): Words {
  if (what === 'payLater') return { zh: '先享后付手续费', en: 'fee of paying later' }
  const [, times] = /^instalments-(\d+)$/.exec(what) ?? []
  if (times) return { zh: `${times} 期免息手续费`, en: `fee of ${times} instalments` }
  return { zh: what, en: what }
}
