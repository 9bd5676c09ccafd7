import type { PageSpeed } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import life from '../life/life.module.css'
import { strings } from './strings.ts'

/** What is wrong with a page in words; nothing that is not known is called well. */
export function Verdict({ page: { loads, isKnown, faults } }: { page: PageSpeed }) {
  const t = useStrings(strings)
  if (loads === 0) return <span className={life.quiet}>{t.none}</span>
  if (!isKnown) return <span className={life.quiet}>{t.unknown}</span>
  if (faults.length === 0) return <span className={life.well}>{t.ok}</span>
  return (
    <span className={life.bad}>{faults.map((fault) => (fault === 'jumps' ? t.jumpsFault : t[fault])).join('、')}</span>
  )
}
