/**
 * Common given names with the gender that they tell in most of the countries the news comes from. Names that go
 * either way stand under "either". Lower case, without accents.
 */
const list = (text: string): string[] => text.trim().split(/\s+/);

const MALE = list(`
aaron abdul abraham adam adrian ahmed alan albert alberto alejandro alessandro alex alexander alexandre alexis alfred ali allen
alexey alexei amir anatoly anders andre andreas andrei andrew andrzej angus anil anthony antoine anton antonio antti ari arjun armin arne
arthur arthur arvind ashok axel barack barry bart bastian ben benjamin benoit bernard bernd bernie bert bill bjorn bob boris brad
bradley brandon brendan brett brian bruce bruno bryan byron carl carlos cedric chad charles charlie chris christian christoph christophe
christopher chuck claude clement clint colin conrad corey craig cristian curt cyril dale damien dan daniel daniele darren dave david
dean denis dennis derek dick didier diego dieter dirk dmitry dominic dominique don donald doug douglas duncan dustin dwight earl ed
eddie edgar edmund eduardo edward edwin elon emil emmanuel enrico enrique eric erich erik ernest ernst ethan etienne eugene evan
fabian fabio fabrice felix ferdinand fernando florian francesco francis francisco francois frank franz fred frederic frederick
friedrich fritz gabriel garry gary gavin geoff geoffrey george georg georges gerald gerard gerhard gianni gilbert gilles giorgio
giovanni giuseppe glen glenn gordon graham greg gregory guillaume gunter gunther gus guy hank hans harald harold harry harvey hasan
hassan hector heinrich helmut henri henrik henry herbert herman hiroshi horst howard hubert hugh hugo hussein ian ibrahim igor ilya
ingo ivan jack jacob jacques jake jakob james jamie jan jared jason javier jay jean jeb jeff jeffrey jens jeremy jerome jerry jesse jesus jim
jimmy jochen joe joel joerg jorg johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua
juan juergen jurgen julian julien julio jun justin kai karl karsten keith ken kenneth kenji kevin khalid kirk klaus konrad kurt kyle lars
larry laurent lawrence lee leo leon leonard leonardo leonid lewis liam lindsey lloyd lorenzo lothar louis luca lucas luc ludwig luigi luis
lukas luke lutz maciej magnus malcolm manfred manuel marc marcel marcello marcin marco marcus mariano mario mariusz mark markus martin
marvin masayoshi massimo mathias mathieu matt matteo matthew matthias matthieu maurice mauro max maxim maxime mehdi michael michal
micah michel miguel mike mikhail milan mitch mitt mohamed mohammad mohammed morgan moritz muhammad mustafa narendra nate nathan
ned neil newt nicholas nick nicolas niels nigel nikolai nikolaus noah noel norbert norman octave olaf oleg oliver olivier omar oscar oskar otto
owen pablo paolo pascal patrick paul pavel pedro per pete peter phil philip philipp philippe pierre pieter piotr rafael rahul rainer rajesh
ralf ralph ramon rand randall randy raphael rashid raul ravi ray raymond reince reiner rene ricardo richard rick rob robert roberto robin rod rodney
rodrigo roger roland rolf roman romain ron ronald ross roy rudolf rudy rupert russell ryan salvador sam samuel sander sanjay santiago satya scott sean
sebastian serge sergei sergey sergio seth shane shaun shinzo sid sidney silvio simon stan stanley stefan stefano stephane stephen stephan steve
steven stewart stuart sundar sven sylvain taylor ted terry theo theodore thierry thilo thomas thorsten tim timothy tobias todd tom tomas tomasz tommy
tony torsten travis trent trevor tucker tyler udo ulf ulrich umberto uwe valentin vernon viktor vikram vincent vincenzo vitaly vladimir volker wade
walter warren wayne wei werner wilhelm will william willie wolfgang xavier yann yannick yuri yves zachary zbigniew sanchit tarek tariq yusuf
`);
const FEMALE = list(`
abigail adele adriana agnes agnieszka aisha alexandra alice alicia alina alison allison amanda amber amelie amelia amy ana anastasia
andrea angela angelina anita anja ann anna anne annegret annette annie antje antonia april arianna ariane ashley astrid audrey barbara beate
beatrice becky belinda bernadette bertha beth betsy betty beverly bianca birgit bonnie brenda bridget brigitte brittany camille carla carly
carmen carol carole carolina caroline carolyn catherine cathy cecile cecilia celine charlotte chelsea cheryl chloe christa christiane christina
christine cindy claire clara claudia colleen connie corinne courtney cristina crystal cynthia daniela danielle daphne dawn deborah debbie debra
delphine denise diana diane dianne dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth elke ella ellen emily
emma erica erin erika esther eva eve evelyn fatima fiona flora florence frances francesca francoise franziska gabriela gabriele gabrielle
gail genevieve georgia geraldine gertrude gina giorgia giulia gisela gladys glenda gloria grace greta gretchen gwen hannah hannelore harriet
heather heidi heike helen helena helene helga henna hilary hillary holly ida ilse ines ingrid irene irina iris isabel isabella isabelle ivanka
jacqueline jana jane janet janice jean jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jodi josephine joy joyce juanita judith judy
julia juliana julie juliette june kamala karen karin karina karla kate katharina katherine kathleen kathryn kathy katie katja katrin kay kayla
kellyanne kerstin kim kimberly kirsten kristen kristin kristina laura lauren laurence lea leah lena leslie lila lily linda lisa liz lois loretta lori lorraine
louisa louise lucia lucie lucy lydia lynn madeleine magdalena maggie manuela mara marcia margaret margarete margot margrethe maria marian marianne
marie marilyn marina marine marion marjorie marlene martha martina mary maryam mathilde maureen maxine megan meghan melania melanie melinda
melissa mercedes meredith mia michele michelle mildred mira miriam molly monica monika monique muriel myra nadia nadine nancy naomi natalia natalie
nathalie nicole nicola nikki nina nora norma odile olga olivia pamela patricia patty paula pauline peggy penelope petra phyllis priscilla rachel
raquel rebecca regina renate renee rhonda rita roberta rosa rosalind rose rosemary roxana ruth sabine sabrina sally samantha sandra sara sarah sharon
sheila shelley shirley sigrid silke silvia simone sofia sonia sonja sophia sophie stacy stefanie stella stephanie sue susan susanna susanne suzanne sylvia
sylvie tamara tanya tara tatiana teresa tessa thea theresa therese tiffany tina tracy tricia ulrike ursula valentina valerie vanessa vera veronica
veronika vicky victoria viola violet virginia vivian wanda wendy whitney winnie yasmin yolanda yvette yvonne zoe mette ursula roberta huma liesje henna
`);
const EITHER =
  list(`andrea jean robin kim lee jan leslie jamie jordan morgan taylor alexis dominique tracy kelly casey pat chris alex sam jo
terry gail marion vivian kerry shannon sydney camille claude laurence maxime simone nicola michele gabriele daniele`);

export type Gender = 'male' | 'female';

const GENDERS: ReadonlyMap<string, Gender | 'either'> = new Map<string, Gender | 'either'>([
  ...MALE.map((name) => [name, 'male'] as const),
  ...FEMALE.map((name) => [name, 'female'] as const),
  ...EITHER.map((name) => [name, 'either'] as const),
]);

/** What a given name tells of gender; `undefined` for a name that is not known as a given name. */
export function genderOfName(name: string): Gender | 'either' | undefined {
  return GENDERS.get(name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split('-')[0] ?? '');
}
