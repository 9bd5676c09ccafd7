import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * What buyers answered once a year and what it changes. The survey and its questions are records; answers are rows of their own, because they
 * are about people and are forgotten with them. A change of next year's plan cites the answers that ask for it, and cannot be without.
 */
export const surveys: RecordMigration = {
  id: '0115',
  name: 'surveys',
  statements: [
    `CREATE TABLE review_survey_answers (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  survey text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  respondent text NOT NULL,
  day date NOT NULL,
  replies jsonb NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  PRIMARY KEY (store, survey, number)
)`,
    'CREATE UNIQUE INDEX review_survey_answers_once ON review_survey_answers (store, survey, respondent)',
    `CREATE TABLE review_survey_changes (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  survey text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  text text NOT NULL,
  area text NOT NULL,
  priority text NOT NULL,
  question integer NOT NULL,
  option text,
  cites jsonb NOT NULL CHECK (jsonb_array_length(cites) > 0),
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  PRIMARY KEY (store, survey, number)
)`,
  ],
}
