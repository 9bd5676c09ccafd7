import type { Survey, SurveyList } from '@zhanggui/contract'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { AnswersDialog } from './answers-dialog.tsx'
import { PlannedCard } from './planned-card.tsx'
import { ProposedCard } from './proposed-card.tsx'
import { QuestionCard } from './question-card.tsx'
import { surveyStrings } from './strings.ts'
import { SurveyTiles } from './survey-tiles.tsx'
import { useSurvey, useSurveys } from './use-surveys.ts'

const HEIGHT = 420

/** What buyers were asked once a year, what they answered, and what of it goes into next year. */
export default function SurveyPage() {
  const t = useStrings(surveyStrings)
  const store = useStoreId()
  const surveys = useSurveys(store)
  const { get, set } = useSearchState()
  const list = surveys.data?.surveys ?? []
  const chosen = list.find(({ code }) => code === get('survey')) ?? list[0]
  const [isBringing, setBringing] = useState(false)
  const mayBring = usePermissions().includes('data:import')
  const add = <Register to="surveys" store={store} words={t.add} />
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {list.length > 1 && (
              <Select
                aria-label={t.survey}
                value={chosen?.code ?? null}
                popupMatchSelectWidth={false}
                options={list.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(survey) => set({ survey })}
              />
            )}
            {add}
            <Register to="surveyQuestions" store={store} words={t.questions} />
            {chosen && mayBring && (
              <Button type="primary" onClick={() => setBringing(true)}>
                {t.bring}
              </Button>
            )}
          </>
        }
      />
      <PanelBody<SurveyList>
        query={surveys}
        height={HEIGHT}
        isEmpty={(data) => data.surveys.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} action={add} />}
      >
        {() => chosen && <OneSurvey key={chosen.code} store={store} survey={chosen.code} />}
      </PanelBody>
      {isBringing && chosen && <AnswersDialog at={{ store, survey: chosen.code }} onClose={() => setBringing(false)} />}
    </div>
  )
}

const Register = ({ to, store, words }: { to: string; store: string; words: string }) => (
  <Link to={`/stores/${encodeURIComponent(store)}/admin/resources/${to}`}>
    <Button tabIndex={-1}>{words}</Button>
  </Link>
)

function OneSurvey({ store, survey }: { store: string; survey: string }) {
  const t = useStrings(surveyStrings)
  const at = { store, survey }
  return (
    <PanelBody<Survey>
      query={useSurvey(at)}
      height={HEIGHT}
      isEmpty={({ questions }) => questions.length === 0}
      empty={
        <EmptyState
          title={t.noQuestions}
          text={t.noQuestionsText}
          action={<Register to="surveyQuestions" store={store} words={t.questions} />}
        />
      }
    >
      {(data) => (
        <div className={stack.stack}>
          <SurveyTiles survey={data} />
          <ProposedCard at={at} survey={data} />
          <PlannedCard at={at} survey={data} />
          {data.questions.map((question) => (
            <QuestionCard key={question.number} question={question} />
          ))}
        </div>
      )}
    </PanelBody>
  )
}
