/**
 * What the fields accept, by the patterns of the templates. The connector's side of the table of base URLs is
 * `BaseUrlTableTest`, that of the addresses of advertisements is `LinkPatternTableTest`.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, templates } from './files.js';

const baseUrls = JSON.parse(read('../connector/src/test/resources/base-urls.json'));
const linkPatterns = JSON.parse(read('src/test/resources/link-patterns.json'));
const retries = {
  accepted: ['', '1', '3', '10', '999', '007', '=3', '=retries', '=max(retries, 1)', '= 10'],
  refused: ['0', '00', '000', '=0', '= 0', '=00', '=0.0', '=-0', '=', '-1', '1000', '1.5', 'many'],
};

for (const [name, template] of Object.entries(templates)) {
  const property = (id) => template.properties.find((candidate) => candidate.id === id);
  const accepts = (id, value) => new RegExp(property(id).constraints.pattern.value).test(value);

  const tables = { 'connection.baseUrl': baseUrls, linkPattern: linkPatterns, retryCount: retries };
  for (const [id, cases] of Object.entries(tables).filter(([id]) => property(id))) {
    for (const value of cases.accepted) {
      test(`${name}: ${id} may be ${JSON.stringify(value)}`, () => assert.ok(accepts(id, value)));
    }
    for (const value of cases.refused) {
      test(`${name}: ${id} may not be ${JSON.stringify(value)}`, () => assert.ok(!accepts(id, value)));
    }
  }

  test(`${name}: has every field that the tables are about, unless its connector makes no link`, () => {
    const without = Object.keys(tables).filter((id) => !property(id));
    assert.deepEqual(without, /publish-advertisement|check-advertisement/.test(name) ? [] : ['linkPattern']);
  });

  test(`${name}: the base URL takes no FEEL, and may be a secret`, () => {
    assert.equal(property('connection.baseUrl').feel, undefined);
    assert.ok(accepts('connection.baseUrl', '{{secrets.FEISHU_BASE_URL}}'));
  });
}
