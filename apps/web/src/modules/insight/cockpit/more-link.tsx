import { ArrowRightOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import styles from './more-link.module.css'

/** From a card to the explorer, with the card's question asked. */
export const MoreLink = ({ to, label }: { to: string; label: string }) => (
  <Link to={to} className={styles.more} aria-label={label} title={label}>
    <ArrowRightOutlined aria-hidden />
  </Link>
)
