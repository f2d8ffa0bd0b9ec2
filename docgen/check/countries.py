"""Names of countries abroad as they stand in the last line of an address: data, no rule."""

COUNTRIES = frozenset(
    name.strip()
    for name in """
    afghanistan; albania; algeria; american samoa; andorra; angola; anguilla; antigua and barbuda
    argentina; armenia; aruba; ascension island; australia; austria; azerbaijan; bahamas; bahrain
    bangladesh; barbados; belarus; belgium; belize; benin; bermuda; bhutan; bolivia
    bosnia and herzegovina; botswana; brazil; british virgin islands; brunei; bulgaria
    burkina faso; burma; burundi; cambodia; cameroon; canada; canary islands; cape verde
    caribbean netherlands; cayman islands; central african republic; chad; chile; china
    christmas island; cocos islands; colombia; comoros; congo; cook islands; costa rica
    cote d'ivoire; croatia; cuba; curacao; cyprus; czech republic; czechia
    democratic republic of congo; democratic republic of the congo; denmark; djibouti; dominica
    dominican republic; east timor; ecuador; egypt; el salvador; equatorial guinea; eritrea
    estonia; eswatini; ethiopia; falkland islands; faroe islands; fiji; finland; france
    french guiana; french polynesia; gabon; gambia; georgia; germany; ghana; gibraltar; greece
    greenland; grenada; guadeloupe; guam; guatemala; guinea; guinea-bissau; guyana; haiti; holland
    honduras; hong kong; hungary; iceland; india; indonesia; iran; iraq; ireland; israel; italy
    ivory coast; jamaica; japan; jordan; kazakhstan; kenya; kiribati; kosovo; kuwait; kyrgyzstan
    laos; latvia; lebanon; lesotho; liberia; libya; liechtenstein; lithuania; luxembourg; macao
    macau; madagascar; malawi; malaysia; maldives; mali; malta; marshall islands; martinique
    mauritania; mauritius; mayotte; mexico; micronesia; moldova; monaco; mongolia; montenegro
    montserrat; morocco; mozambique; myanmar; namibia; nauru; nepal; netherlands; new caledonia
    new zealand; nicaragua; niger; nigeria; niue; norfolk island; north korea; north macedonia
    northern mariana islands; norway; oman; pakistan; palau; palestine; panama; papua new guinea
    paraguay; peru; philippines; pitcairn islands; poland; portugal; puerto rico; qatar
    republic of ireland; republic of the congo; reunion; romania; russia; rwanda; samoa
    san marino; sao tome and principe; saudi arabia; senegal; serbia; seychelles; sierra leone
    singapore; sint maarten; slovakia; slovenia; solomon islands; somalia; somaliland
    south africa; south korea; south sudan; spain; sri lanka; st barthelemy; st helena
    st kitts and nevis; st lucia; st martin; st pierre and miquelon
    st vincent and the grenadines; sudan; suriname; swaziland; sweden; switzerland; syria; taiwan
    tajikistan; tanzania; thailand; timor-leste; togo; tokelau; tonga; trinidad and tobago
    tristan da cunha; tunisia; turkey; turkiye; turkmenistan; turks and caicos islands; tuvalu
    uae; uganda; ukraine; united arab emirates; united states; united states of america; uruguay
    us virgin islands; usa; uzbekistan; vanuatu; vatican city; venezuela; vietnam
    wallis and futuna; western sahara; yemen; zambia; zimbabwe
    """.strip()
    .replace("\n", ";")
    .split(";")
)
