import { useStrings } from '../locale/strings.ts'
import { strings } from './strings.ts'

/** What the trail writes when no person did it: a schedule, an upgrade, the demo shop. */
const NOBODY = 'system'

/** A person of the trail, "Lin <lin@shop.cn>", by name; the address shows on hover, for two people of one name. */
export function PersonName({ person }: { person: string }) {
  const t = useStrings(strings)
  if (person === NOBODY) return <span>{t.system}</span>
  const name = person.replace(/\s*<[^>]*>$/, '')
  return <span title={person}>{name || person}</span>
}
