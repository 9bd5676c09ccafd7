import { Button } from 'antd'
import { Navigate, useSearchParams } from 'react-router'
import { useSession } from '../api/use-session.ts'
import { useLanguage, useStrings } from '../locale/strings.ts'
import { Problem } from '../parts/problem.tsx'
import { setPreferences } from '../preferences/use-preferences.ts'
import { Logo } from '../shell/logo.tsx'
import { CredentialsForm } from './credentials-form.tsx'
import { DemoProgress } from './demo-progress.tsx'
import { nextPath } from './next-path.ts'
import styles from './sign-in-page.module.css'
import { strings } from './strings.ts'

/** Sign-in; on the first run, the creation of the owner. */
export function SignInPage() {
  const t = useStrings(strings)
  const language = useLanguage()
  const session = useSession()
  const [search] = useSearchParams()
  if (session.data?.user) return <Navigate to={nextPath(search.get('next'))} replace />
  const firstRun = session.data?.needsSetup ?? false
  return (
    <main className={styles.page}>
      <title>{`${firstRun ? t.setUp : t.signIn} · ${t.product}`}</title>
      <Button
        type="text"
        className={styles.language ?? ''}
        onClick={() => setPreferences({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {t.language}
      </Button>
      <div className={styles.card}>
        <header className={styles.brand}>
          <Logo size={40} />
          <div>
            <p className={styles.product}>{t.product}</p>
            <p className={styles.tagline}>{t.tagline}</p>
          </div>
        </header>
        <div className={styles.form}>
          {session.error && !session.data ? (
            <Problem error={session.error} onRetry={() => void session.refetch()} />
          ) : (
            session.data && <CredentialsForm key={String(firstRun)} firstRun={firstRun} />
          )}
        </div>
        <DemoProgress />
      </div>
    </main>
  )
}
