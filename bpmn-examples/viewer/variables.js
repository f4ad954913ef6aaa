/** Which variables a form sets, and which a diagram reads. */
import { FeelAnalyzer } from '@bpmn-io/feel-analyzer';
import { camundaBuiltins, camundaReservedNameBuiltins } from '@camunda/feel-builtins';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

const feel = new FeelAnalyzer({
  parserDialect: 'camunda',
  builtins: camundaBuiltins,
  reservedNameBuiltins: camundaReservedNameBuiltins,
});

/** In "instance of boolean"; the analyzer knows the other types. */
const TAKEN_FOR_A_VARIABLE = 'boolean';

/** The keys of the fields that can be filled in; those of a list are in the list's variable. */
export const variablesSetBy = (form) =>
  form.components.filter(({ key, path, readonly }) => (key || path) && !readonly).map(({ key, path }) => key ?? path);

/** The keys of the fields that only show something, and what the choices of the others come from. */
export const variablesShownBy = (form) => [
  ...form.components.filter(({ readonly }) => readonly).map(({ key }) => key),
  ...form.components.flatMap(({ valuesExpression }) => (valuesExpression ? variablesIn(valuesExpression) : [])),
];

/** The diagram's nodes that have a form, and the variables that its FEEL expressions need. */
export async function readDiagram(xml) {
  const { elementsById } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const elements = Object.values(elementsById);
  return {
    formNodes: elements.flatMap((element) => {
      const form = extension(element, 'zeebe:FormDefinition');
      return form ? [{ id: element.id, form: form.formId, inputs: targets(element, 'inputParameters') }] : [];
    }),
    read: new Set(elements.flatMap(expressionsOf).flatMap(variablesIn)),
    mentioned: new Set(elements.flatMap(expressionsOf).flatMap(namesIn)),
    made: new Set(elements.flatMap(madeBy)),
  };
}

function expressionsOf(element) {
  const mapping = extension(element, 'zeebe:IoMapping');
  const loop = loopOf(element);
  return [
    ...(mapping?.inputParameters ?? []).map(({ source }) => source),
    ...(mapping?.outputParameters ?? []).map(({ source }) => source),
    extension(element, 'zeebe:Script')?.expression,
    loop?.inputCollection,
    loop?.outputElement,
    element.conditionExpression?.body,
  ].filter((expression) => expression?.startsWith('='));
}

/** What the engine and the connector bring into being. */
function madeBy(element) {
  const loop = loopOf(element);
  const headers = extension(element, 'zeebe:TaskHeaders')?.values ?? [];
  return [
    ...targets(element, 'inputParameters'),
    ...targets(element, 'outputParameters'),
    extension(element, 'zeebe:Script')?.resultVariable,
    loop?.inputElement,
    loop?.outputCollection,
    headers.find(({ key }) => key === 'resultVariable')?.value,
  ].filter(Boolean);
}

function variablesIn(expression) {
  const { valid, inputs } = feel.analyzeExpression(expression.slice(1));
  if (!valid) {
    throw new Error(`Not FEEL: ${expression}`);
  }
  return inputs.map(({ name }) => name).filter((name) => name !== TAKEN_FOR_A_VARIABLE);
}

/** More than the variables; but the analyzer overlooks an argument of a function whose result is filtered. */
const namesIn = (expression) => expression.replace(/"[^"]*"/g, '').match(/[A-Za-z]\w*/g);

const targets = (element, parameters) =>
  (extension(element, 'zeebe:IoMapping')?.[parameters] ?? []).map(({ target }) => target);

const loopOf = ({ loopCharacteristics }) =>
  loopCharacteristics && extension(loopCharacteristics, 'zeebe:LoopCharacteristics');

const extension = (element, type) => element.extensionElements?.values?.find(({ $type }) => $type === type);
