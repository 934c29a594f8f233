// The places of a map as GeoJSON (RFC 7946).

const KINDS = {
  country: 'all of a country', area: 'an area over or across countries', region: 'a region of a country', town: 'a town',
  unknown: 'a place that no gazetteer has', speaks: 'a place that stands for who governs or speaks there',
};

/** What is not a town lies nowhere in particular: it has no geometry, and says in words what it spans. */
function placeFeature(mark) {
  const [mentions, figures, articles] = mark.numbers;
  const isPoint = mark.kind === 'town' && mark.position;
  return {
    type: 'Feature',
    geometry: isPoint ? {type: 'Point', coordinates: [mark.position[1], mark.position[0]]} : null,
    properties: {name: mark.label, kind: mark.kind, extent: KINDS[mark.kind], country: mark.country || null, mentions, figures, articles},
  };
}

function flowFeature({from, to, number}) {
  return {type: 'Feature', geometry: null, properties: {kind: 'flow', from, to, figures: number}};
}

/**
 * A collection of features, one a place that query and filters leave, then one a flow.
 *
 * A town is a point, exact to a tenth of a degree. Countries, regions and areas have no geometry, since a point would be
 * false. The member `sourcebook` says of which corpus and edition it is, and which query and filters left it.
 * @param {object} model `Places` of the screen
 * @param {object} screen which they are part of
 * @param {string} address of the page that shows them
 */
export function toGeoJson(model, screen, address) {
  const {title, edition, state, filters} = screen;
  const left = model.total - model.marks.length;
  return {
    type: 'FeatureCollection',
    sourcebook: {
      title, edition, address, query: state.query, filters: filters.map(filter => filter.label),
      note: `Towns are points, exact to a tenth of a degree; whatever has an extent has no geometry.${left > 0 ? ` The ${left} places named least are left out.` : ''}`,
    },
    features: [...model.marks.map(placeFeature), ...model.flows.map(flowFeature)],
  };
}
