import type { DraftLessonsQuery, ProposedLessons } from '@zhanggui/contract'
import { Link } from 'react-router'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { caseLink } from './case-link.ts'
import styles from './draft-lessons.module.css'
import { strings } from './strings.ts'
import { useDraftLessons } from './use-archive.ts'

type Lesson = ProposedLessons['lessons'][number]

/** What was learnt from campaigns like the one that is being planned; nothing where nothing is known. */
export function DraftLessons({ store, asked }: { store: string; asked: DraftLessonsQuery }) {
  const t = useStrings(strings)
  const lessons = useDraftLessons(store, asked).data?.lessons ?? []
  if (lessons.length === 0) return null
  return (
    <section className={styles.lessons} aria-label={t.proposed}>
      <h3 className={styles.title}>{t.proposed}</h3>
      <ul>
        {lessons.map((lesson) => (
          <LessonLine key={`${lesson.source}/${lesson.id}`} store={store} lesson={lesson} />
        ))}
      </ul>
    </section>
  )
}

function LessonLine({ store, lesson }: { store: string; lesson: Lesson }) {
  const t = useStrings(strings)
  const why = nameOf({ nameZh: lesson.whyZh, nameEn: lesson.whyEn }, useLanguage())
  return (
    <li>
      <Link to={caseLink(store, lesson)} target="_blank">
        {lesson.title}
      </Link>
      <span className={styles.why}>
        {t[lesson.source]} · {why}
      </span>
      {lesson.summary && <p className={styles.summary}>{lesson.summary}</p>}
    </li>
  )
}
