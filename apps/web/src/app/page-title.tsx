import { useLanguage } from '../locale/strings.ts'
import { PageHeader } from '../parts/page-header.tsx'
import { usePage } from './use-page.ts'

/** What kind of page this is, while what it is about is not known yet or could not be fetched. */
export function PageTitle() {
  const language = useLanguage()
  const page = usePage()
  return page ? <PageHeader title={page.title[language]} /> : null
}
