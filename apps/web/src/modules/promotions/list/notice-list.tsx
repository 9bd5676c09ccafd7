import type { PromotionNotice } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage } from '../../../locale/strings.ts'
import styles from './notice-list.module.css'

/** What happened to promotions by itself or by somebody, newest first. */
export function NoticeList({ notices }: { notices: readonly PromotionNotice[] }) {
  const store = useStoreId()
  const format = useFormat()
  const language = useLanguage()
  return (
    <ol className={styles.list}>
      {notices.map((notice) => (
        <li key={notice.sequence} className={styles.notice} data-kind={notice.kind}>
          <Link to={`/stores/${store}/promotions/${notice.promotion}`}>{notice[language]}</Link>
          <time className={styles.at} dateTime={notice.at}>
            {format.instant(notice.at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
