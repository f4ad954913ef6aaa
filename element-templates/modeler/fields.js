/** The fields of a template as the panel shows them, whatever its language. */

export const field = (template, id) => template.properties.find((property) => property.id === id);

export const labelOf = (template, id) => field(template, id).label;

/** What the drop-down shows for a value. */
export const choiceLabel = (template, id, value) =>
  field(template, id).choices.find((choice) => choice.value === value).name;

/** The fields that have to be filled in before a fresh task is complete. */
export const required = ({ properties }) =>
  properties.filter(
    ({ type, value, constraints, condition }) => type !== 'Hidden' && constraints?.notEmpty && !value && !condition,
  );

/** What a process may have for a field: `jobId` for `job.jobId`. */
export const processVariable = ({ binding }) => binding.name.split('.').at(-1);

/** The conditions under which a field shows, each with the values that the other field may have. */
export const conditionsOf = ({ condition }) =>
  (condition?.allMatch ?? (condition ? [condition] : [])).map(({ property, equals, oneOf }) => ({
    property,
    values: oneOf ?? [equals],
  }));
