import { useFormat } from '../../format/use-format.ts'
import { PersonName } from '../../parts/person-name.tsx'
import styles from './promotion-state.module.css'

/** Who did something, and when. */
export function PersonAt({ person, at }: { person: string; at: string }) {
  const format = useFormat()
  return (
    <span className={styles.personAt}>
      <PersonName person={person} />
      <time dateTime={at}>{format.instant(at)}</time>
    </span>
  )
}
