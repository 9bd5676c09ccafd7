import styles from './effect-bar.module.css'

/** A figure with a bar beside it: how large against the largest, in the colour of rising or falling. */
export const EffectBar = ({ effect, largest, text }: { effect: number; largest: number; text: string }) => (
  <span className={styles.cell} data-value={effect}>
    <span className={styles.track} aria-hidden>
      <span
        className={effect < 0 ? styles.fall : styles.rise}
        style={{ inlineSize: `${largest === 0 ? 0 : (Math.abs(effect) / largest) * 100}%` }}
      />
    </span>
    <span className={styles.text}>{text}</span>
  </span>
)
