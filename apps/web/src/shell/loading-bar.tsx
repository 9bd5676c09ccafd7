import { useNavigation } from 'react-router'
import styles from './loading-bar.module.css'

/** A thin line along the top while the code of the next page is on its way; a quick change shows none. */
export function LoadingBar() {
  return useNavigation().state === 'loading' ? <div className={styles.bar} aria-hidden /> : null
}
