import type { InitiativeInfo } from '@zhanggui/contract'
import { InitiativeCard } from './initiative-card.tsx'
import styles from './initiatives.module.css'

/** Improvements under each other; the page of all and the page of a campaign show the same. */
export const InitiativeList = ({ store, initiatives }: { store: string; initiatives: readonly InitiativeInfo[] }) => (
  <ul className={styles.list}>
    {initiatives.map((initiative) => (
      <InitiativeCard key={initiative.id} store={store} initiative={initiative} />
    ))}
  </ul>
)
