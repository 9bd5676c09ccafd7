export { createSurvey } from './create-survey.ts'
export { importAnswerFile } from './import-answers.ts'
export { planChange } from './plan-change.ts'
export { listSurveys, readSurvey } from './read-survey.ts'
